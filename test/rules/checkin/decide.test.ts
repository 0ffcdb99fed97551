import fc from 'fast-check';
import { decideCheckin, viewCheckin } from '@shared/checkin/decide';
import { addDays } from '@shared/kernel/time';
import type { CheckinState } from '@shared/ledger/types';

const ladder = [5, 5, 8, 8, 8, 10, 20];
const fresh: CheckinState = { lastDay: null, streak: 0 };

function checkInOn(state: CheckinState, day: string): { readonly points: number; readonly state: CheckinState } {
  const decided = decideCheckin(state, ladder, day);
  if (!decided.ok) throw new Error(decided.refusal.code);
  return decided.value;
}

test('pays the ladder day by day and begins it again after its last day, while the streak goes on', () => {
  let state = fresh;
  const paid: number[] = [];
  for (let day = 0; day < 9; day += 1) {
    const done = checkInOn(state, addDays('2026-11-25', day));
    paid.push(done.points);
    state = done.state;
  }
  expect(paid).toEqual([...ladder, 5, 5]);
  expect(state.streak).toBe(9);
});

test('refuses a second check-in on the same business day', () => {
  const { state } = checkInOn(fresh, '2026-11-22');
  expect(decideCheckin(state, ladder, '2026-11-22')).toEqual({ ok: false, refusal: { code: 'checkin.done' } });
});

test('refuses a day before the last one: a clock set back must not pay a day twice', () => {
  const { state } = checkInOn(fresh, '2026-11-22');
  expect(decideCheckin(state, ladder, '2026-11-21').ok).toBe(false);
});

test('a missed day begins streak and ladder anew', () => {
  const { state } = checkInOn(checkInOn(fresh, '2026-11-20').state, '2026-11-21');
  expect(viewCheckin(state, ladder, '2026-11-22')).toMatchObject({ doneToday: false, streak: 2, ladderDay: 3 });
  expect(viewCheckin(state, ladder, '2026-11-23')).toMatchObject({ doneToday: false, streak: 0, ladderDay: 1 });
  expect(checkInOn(state, '2026-11-23')).toEqual({ points: 5, last: false, state: { lastDay: '2026-11-23', streak: 1 } });
});

test('what home promises for today is what the check-in pays', () => {
  const days = fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 40 });
  fc.assert(
    fc.property(days, (gaps) => {
      let state = fresh;
      let day = '2026-01-01';
      for (const gap of gaps) {
        day = addDays(day, gap);
        const shown = viewCheckin(state, ladder, day);
        const done = checkInOn(state, day);
        expect(done.points).toBe(ladder[shown.ladderDay - 1]);
        expect(viewCheckin(done.state, ladder, day)).toMatchObject({
          doneToday: true,
          streak: shown.streak + 1,
          ladderDay: shown.ladderDay,
        });
        state = done.state;
      }
    }),
  );
});
