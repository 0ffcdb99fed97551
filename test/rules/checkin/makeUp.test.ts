import fc from 'fast-check';
import { decideCheckin, withPaid } from '@shared/checkin/decide';
import { decideMakeUp, type MakeUpSetting } from '@shared/checkin/decideMakeUp';
import { streakOn } from '@shared/checkin/ladder';
import { freshCheckin } from '@shared/checkin/marks';
import type { CheckinPolicy, CheckinReward, CheckinState, MakeUpPays } from '@shared/checkin/types';
import { viewCheckin, viewMakeUps } from '@shared/checkin/view';
import { addDays, monthOf, type Day } from '@shared/kernel/time';
import { PlainCheckin } from './plainCheckin';

const policy: CheckinPolicy = {
  ladder: [5, 5, 8, 8, 8, 10, 20],
  ladderCoupon: 'starlight',
  milestones: [
    { days: 7, reward: { kind: 'chance', count: 1 } },
    { days: 15, reward: { kind: 'points', points: 30 } },
    { days: 28, reward: { kind: 'voucher', couponId: 'month', points: 50 } },
  ],
  makeUps: { pricePoints: 50, perMonthMax: 3 },
};
const settingOn = (today: Day, tierCards = 1): MakeUpSetting => ({ today, joinedOn: '2026-01-01', tierCards });

/** Checks in on days, every voucher being there to give. */
function checkedIn(days: readonly Day[]): CheckinState {
  return days.reduce((state, day) => {
    const decided = decideCheckin(state, policy, day);
    if (!decided.ok) throw new Error(decided.refusal.code);
    return withPaid(decided.value.state, givenOf(decided.value.reward, true));
  }, freshCheckin);
}

function givenOf(reward: CheckinReward, voucherLeft: boolean) {
  if (reward.kind === 'chance') throw new Error('The ladder gives no chances');
  const voucher = reward.kind === 'voucher' && voucherLeft;
  return { points: voucher ? 0 : reward.points, chances: 0, voucherId: voucher ? 'v' : null };
}

const daysFrom = (first: Day, count: number): Day[] => Array.from({ length: count }, (_, index) => addDays(first, index));

test('a make-up before today’s check-in joins the streaks, and the check-in pays for the longer one', () => {
  const state = checkedIn(daysFrom('2026-11-10', 4));
  const made = decideMakeUp(state, policy, { day: '2026-11-14', pays: 'card' }, settingOn('2026-11-15'));
  expect(made).toMatchObject({ value: { reward: { points: 5 }, topUp: null, costPoints: 0, state: { lastDay: '2026-11-14', streak: 5 } } });
  if (made.ok) expect(decideCheckin(made.value.state, policy, '2026-11-15')).toMatchObject({ value: { reward: { points: 10 } } });
});

test('a make-up after today’s check-in tops it up, and the next one only by what is still missing', () => {
  const state = checkedIn([...daysFrom('2026-11-08', 3), '2026-11-12', '2026-11-14']);
  const first = decideMakeUp(state, policy, { day: '2026-11-13', pays: 'points' }, settingOn('2026-11-14'));
  expect(first).toMatchObject({ value: { topUp: { kind: 'points', points: 3 }, costPoints: 50, state: { streak: 3 } } });
  if (!first.ok || first.value.topUp === null) throw new Error('no top-up');
  const paid = withPaid(first.value.state, givenOf(first.value.topUp, true));
  const second = decideMakeUp(paid, policy, { day: '2026-11-11', pays: 'card' }, settingOn('2026-11-14'));
  expect(second).toMatchObject({ value: { topUp: { kind: 'voucher', couponId: 'starlight', points: 12 }, state: { streak: 7 } } });
});

test('what was paid is never re-priced: a longer streak on a lower place of the ladder owes nothing', () => {
  const state = checkedIn([...daysFrom('2026-11-02', 6), ...daysFrom('2026-11-09', 6)]);
  expect(decideMakeUp(state, policy, { day: '2026-11-08', pays: 'card' }, settingOn('2026-11-14'))).toMatchObject({
    value: { topUp: null, state: { streak: 13, paid: { points: 10 } } },
  });
});

test('reaches back to the 1st of this month or three days, not to today, tomorrow or a day before joining', () => {
  const on = (today: Day, day: Day) => decideMakeUp(freshCheckin, policy, { day, pays: 'points' }, settingOn(today));
  expect([on('2026-11-30', '2026-11-01'), on('2026-12-02', '2026-11-29')].every(({ ok }) => ok)).toBe(true);
  for (const made of [on('2026-11-30', '2026-10-31'), on('2026-12-02', '2026-11-28'), on('2026-12-02', '2026-12-02')]) {
    expect(made).toEqual({ ok: false, refusal: { code: 'checkin.makeUpDay' } });
  }
  const joined = { ...settingOn('2026-11-20'), joinedOn: '2026-11-18' };
  expect(decideMakeUp(freshCheckin, policy, { day: '2026-11-17', pays: 'points' }, joined).ok).toBe(false);
  expect(decideMakeUp(freshCheckin, policy, { day: '2026-11-18', pays: 'points' }, joined).ok).toBe(true);
});

test('the month of the made-up day counts: its limit, its cards, its milestone', () => {
  let state = checkedIn(daysFrom('2026-11-01', 5));
  for (const day of ['2026-11-28', '2026-11-29'] as const) {
    const made = decideMakeUp(state, policy, { day, pays: day === '2026-11-28' ? 'card' : 'points' }, settingOn('2026-12-01'));
    if (!made.ok) throw new Error(made.refusal.code);
    expect(made.value.milestone?.days ?? null).toBe(day === '2026-11-29' ? 7 : null);
    state = made.value.state;
  }
  expect(decideMakeUp(state, policy, { day: '2026-11-30', pays: 'card' }, settingOn('2026-12-01'))).toMatchObject({
    refusal: { code: 'checkin.noCard' },
  });
  expect(viewMakeUps(state, '2026-11', policy, settingOn('2026-12-01'), 50)).toMatchObject({ days: ['2026-11-30'], left: 1, cards: 0 });
  expect(viewMakeUps(state, '2026-12', policy, settingOn('2026-12-03'), 49)).toMatchObject({
    ...{ days: ['2026-12-01', '2026-12-02'], left: 3, cards: 1, affordable: false },
  });
});

test('the day on which the streak broke is offered before today’s check-in, when that would pay more', () => {
  const state = checkedIn(daysFrom('2026-11-10', 4));
  const seen = (today: Day, available: number, tierCards: number) =>
    viewCheckin(state, policy, settingOn(today, tierCards), available).offer;
  expect(seen('2026-11-15', 0, 1)).toEqual({
    ...{ day: '2026-11-14', pays: 'card', costPoints: 0 },
    ...{ usual: { kind: 'points', amount: 5 }, raised: { kind: 'points', amount: 10 } },
  });
  expect(seen('2026-11-15', 50, 0)).toMatchObject({ pays: 'points', costPoints: 50 });
  expect(seen('2026-11-15', 49, 0)).toBeNull();
  // Two days were missed: one of them made up raises nothing yet.
  expect(seen('2026-11-16', 50, 1)).toBeNull();
  // Before the streak, too, a day was missed; but not since somebody joined who joined with it.
  expect(seen('2026-11-14', 50, 1)).toMatchObject({ day: '2026-11-09', usual: { amount: 8 }, raised: { amount: 10 } });
  expect(viewCheckin(state, policy, { ...settingOn('2026-11-14'), joinedOn: '2026-11-10' }, 50).offer).toBeNull();
});

type Step = {
  readonly wait: number;
  readonly back: number;
  readonly pays: MakeUpPays;
  readonly does: 'tap' | 'makeUp';
  readonly left: boolean;
};
const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    wait: fc.constantFrom(0, 0, 1, 1, 1, 2, 40),
    back: fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 0, max: 4 }) }, { weight: 1, arbitrary: fc.integer({ min: 0, max: 35 }) }),
    pays: fc.constantFrom('card' as const, 'points' as const),
    does: fc.constantFrom('tap' as const, 'tap' as const, 'makeUp' as const),
    left: fc.boolean(),
  }),
  { maxLength: 120 },
);

test('any history of check-ins and make-ups comes to what a list of days kept by hand comes to', () => {
  let accepted = 0;
  fc.assert(
    fc.property(steps, fc.integer({ min: 0, max: 2 }), (history, tierCards) => {
      const joinedOn = '2026-01-25';
      const plain = new PlainCheckin(policy, joinedOn, tierCards);
      let [state, today] = [freshCheckin, joinedOn];
      for (const step of history) {
        today = addDays(today, step.wait);
        const setting = { today, joinedOn, tierCards };
        if (step.does === 'tap') {
          const decided = decideCheckin(state, policy, today);
          const wanted = plain.checkIn(today);
          if (!decided.ok) {
            expect(decided.refusal.code).toBe(wanted);
            continue;
          }
          const { reward, milestone } = decided.value;
          expect({ reward, milestone: milestone?.days ?? null }).toEqual(wanted);
          plain.pay(today, reward, step.left);
          state = withPaid(decided.value.state, givenOf(reward, step.left));
        } else {
          const day = addDays(today, -step.back);
          const decided = decideMakeUp(state, policy, { day, pays: step.pays }, setting);
          const wanted = plain.makeUp(today, day, step.pays);
          if (!decided.ok) {
            expect(decided.refusal.code).toBe(wanted);
            continue;
          }
          const { topUp, milestone, costPoints, reward } = decided.value;
          expect(reward).toEqual({ kind: 'points', points: 5 });
          expect({ topUp, milestone: milestone?.days ?? null, costPoints }).toEqual(wanted);
          if (topUp !== null) plain.pay(today, topUp, step.left);
          state = topUp === null ? decided.value.state : withPaid(decided.value.state, givenOf(topUp, step.left));
        }
        accepted += 1;
        const lives = plain.streakUpTo(today) || plain.streakUpTo(addDays(today, -1));
        expect(streakOn(state, today)).toBe(lives);
        const seen = viewCheckin(state, policy, setting, 0);
        expect(seen.monthDays).toBe([...plain.days.keys()].filter((each) => monthOf(each) === monthOf(today)).length);
      }
    }),
  );
  expect(accepted).toBeGreaterThan(200);
});
