import fc from 'fast-check';
import { decideCheckin, withPaid, type CheckinDecision } from '@shared/checkin/decide';
import { freshCheckin } from '@shared/checkin/marks';
import type { CheckinPolicy, CheckinState } from '@shared/checkin/types';
import { viewCheckin } from '@shared/checkin/view';
import { addDays, type Day } from '@shared/kernel/time';

const policy: CheckinPolicy = {
  ladder: [5, 5, 8, 8, 8, 10, 20],
  ladderCoupon: null,
  milestones: [
    { days: 2, reward: { kind: 'chance', count: 1 } },
    { days: 4, reward: { kind: 'points', points: 30 } },
  ],
  makeUps: { pricePoints: 50, perMonthMax: 3 },
};

function checkInOn(state: CheckinState, day: Day): CheckinDecision {
  const decided = decideCheckin(state, policy, day);
  if (!decided.ok) throw new Error(decided.refusal.code);
  return decided.value;
}

const seenOn = (state: CheckinState, today: Day) => viewCheckin(state, policy, { today, joinedOn: '2020-01-01', tierCards: 0 }, 0);

test('pays the ladder day by day and begins it again after its last day, while the streak goes on', () => {
  let state = freshCheckin;
  const paid: unknown[] = [];
  for (let day = 0; day < 9; day += 1) {
    const done = checkInOn(state, addDays('2026-11-25', day));
    paid.push(done.reward);
    state = done.state;
  }
  expect(paid).toEqual([...policy.ladder, 5, 5].map((points) => ({ kind: 'points', points })));
  expect(state.streak).toBe(9);
});

test('a streak that is older than the months that are kept goes on', () => {
  let state = freshCheckin;
  for (let day = 0; day < 500; day += 1) state = checkInOn(state, addDays('2026-01-20', day)).state;
  expect(state).toMatchObject({ streak: 500, months: { length: 2 } });
});

test('refuses a second check-in on the same business day', () => {
  const { state } = checkInOn(freshCheckin, '2026-11-22');
  expect(decideCheckin(state, policy, '2026-11-22')).toEqual({ ok: false, refusal: { code: 'checkin.done' } });
});

test('refuses a day before the last one: a clock set back must not pay a day twice', () => {
  const { state } = checkInOn(freshCheckin, '2026-11-22');
  expect(decideCheckin(state, policy, '2026-11-21').ok).toBe(false);
});

test('a missed day begins streak and ladder anew', () => {
  const { state } = checkInOn(checkInOn(freshCheckin, '2026-11-20').state, '2026-11-21');
  expect(seenOn(state, '2026-11-22')).toMatchObject({ doneToday: false, streak: 2, ladderDay: 3 });
  expect(seenOn(state, '2026-11-23')).toMatchObject({ doneToday: false, streak: 0, ladderDay: 1 });
  expect(checkInOn(state, '2026-11-23')).toMatchObject({ reward: { points: 5 }, state: { lastDay: '2026-11-23', streak: 1 } });
});

test('a milestone is reached on the month’s so many-th day, in a row or not, and again in the next month', () => {
  const days = ['2026-11-03', '2026-11-10', '2026-11-11', '2026-11-30', '2026-12-01', '2026-12-24'];
  let state = freshCheckin;
  const reached = days.map((day) => {
    const decided = checkInOn(state, day);
    state = decided.state;
    return decided.milestone?.days ?? null;
  });
  expect(reached).toEqual([null, 2, null, 4, null, 2]);
  expect(seenOn(state, '2026-12-25')).toMatchObject({
    monthDays: 2,
    milestones: [
      { days: 2, reward: { kind: 'chance', amount: 1 }, reached: true },
      { days: 4, reward: { kind: 'points', amount: 30 }, reached: false },
    ],
  });
});

test('the ladder’s last day gives the programme’s voucher, with its points for when there is none', () => {
  let state = freshCheckin;
  for (let day = 0; day < 6; day += 1) state = checkInOn(state, addDays('2026-11-02', day)).state;
  expect(decideCheckin(state, { ...policy, ladderCoupon: 'starlight' }, '2026-11-08')).toMatchObject({
    value: { reward: { kind: 'voucher', couponId: 'starlight', points: 20 } },
  });
});

test('what the latest day was paid is remembered, and forgotten with the next', () => {
  const first = checkInOn(freshCheckin, '2026-11-20').state;
  const paid = withPaid(withPaid(first, { points: 5, chances: 0, voucherId: null }), { points: 0, chances: 0, voucherId: 'v' });
  expect(paid.paid).toEqual({ points: 5, voucher: true });
  expect(checkInOn(paid, '2026-11-21').state.paid).toEqual({ points: 0, voucher: false });
});

test('what home promises for today is what the check-in pays', () => {
  const days = fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 40 });
  fc.assert(
    fc.property(days, (gaps) => {
      let state = freshCheckin;
      let day = '2026-01-01';
      for (const gap of gaps) {
        day = addDays(day, gap);
        const shown = seenOn(state, day);
        const done = checkInOn(state, day);
        expect(done.reward).toEqual({ kind: 'points', points: policy.ladder[shown.ladderDay - 1] });
        expect(seenOn(done.state, day)).toMatchObject({ doneToday: true, streak: shown.streak + 1, ladderDay: shown.ladderDay });
        state = done.state;
      }
    }),
  );
});
