import fc from 'fast-check';
import { addDays, monthOf } from '@shared/kernel/time';
import { defaultReferralPolicy } from '@shared/referral/policy';
import { decideReversal, decideReward } from '@shared/referral/reward';
import { decideTouch, type Touch } from '@shared/referral/touch';
import type { Inviter, Referral } from '@shared/referral/types';

const inviter: Inviter = {
  _id: 'ann',
  invitationId: 'invitation01',
  hash: 'hash-of-ann',
  device: 'phone-a',
  recent: [],
  month: { month: '', rewarded: 0 },
  rewarded: 0,
  steps: [],
  codeFileId: null,
};
const touch = (by: string, at: number): Touch => ({
  hash: 'hash-of-bob',
  inviter: { _id: by, invitationId: `invitation-${by}`, hash: `hash-of-${by}` },
  friendId: `friend-${by}-${at}`,
  way: 'card',
  at,
});

const someAct = fc.record({ days: fc.nat(40), back: fc.boolean(), pick: fc.nat(100) });

test('whatever is rewarded and taken back: at most so many a month, each step at most once at a time, and the points add up', () => {
  fc.assert(
    fc.property(fc.array(someAct, { maxLength: 60 }), fc.nat(4), (acts, perMonthMax) => {
      const policy = { ...defaultReferralPolicy, perMonthMax };
      const perMonth = new Map<string, number>();
      let [current, today, points] = [inviter, '2026-11-22', 0];
      let held: Referral[] = [];
      for (const act of acts) {
        today = addDays(today, act.days);
        const back = act.back ? held[act.pick % Math.max(1, held.length)] : undefined;
        if (back !== undefined) {
          const reversal = decideReversal(current, back);
          points -= reversal.points;
          current = reversal.inviter;
          held = held.filter((each) => each !== back);
          continue;
        }
        const decided = decideReward(current, policy, today);
        const had = perMonth.get(monthOf(today)) ?? 0;
        expect(decided.ok).toBe(had < perMonthMax);
        if (!decided.ok) continue;
        perMonth.set(monthOf(today), had + 1);
        const steps = decided.value.steps;
        points += decided.value.points + steps.reduce((sum, step) => sum + step.points, 0);
        current = decided.value.inviter;
        held = [...held, { reward: { accountId: 'ann', points: decided.value.points, steps, at: 0, day: today } } as unknown as Referral];
      }
      expect(current.rewarded).toBe(held.length);
      const reached = policy.steps.filter((step) => step.friends <= held.length);
      expect(current.steps).toEqual(reached);
      expect(points).toBe(held.length * policy.inviterPoints + reached.reduce((sum, step) => sum + step.points, 0));
    }),
  );
});

test('however many invitations somebody opens, one inviter has them at a time: the first of the last thirty days', () => {
  const dayMs = 86_400_000;
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom('ann', 'cat', 'dan'), fc.nat(20)), { minLength: 1, maxLength: 30 }), (opens) => {
      let kept: Referral | null = null;
      let at = 0;
      for (const [by, days] of opens) {
        at += days * dayMs;
        const fresh = decideTouch(kept, touch(by, at));
        const standing: Referral | null = kept;
        if (standing !== null && at < standing.openedAt + 30 * dayMs) expect(fresh).toBeNull();
        else expect(fresh).toMatchObject({ inviterId: by, openedAt: at });
        kept = fresh ?? kept;
      }
    }),
  );
});

test.each(['joined', 'purchased', 'rewarded', 'refused', 'reversed'] as const)('who is %s is nobody else’s friend any more', (state) => {
  const before = { ...(decideTouch(null, touch('ann', 0)) as Referral), state, inviteeId: 'bob' };
  expect(decideTouch(before, touch('cat', 90 * 86_400_000))).toBeNull();
});
