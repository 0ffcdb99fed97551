import { accept, refuse, type Outcome } from '../kernel/refusal';
import { monthOf, type Day } from '../kernel/time';
import type { ReferralPolicy } from './policy';
import type { Inviter, Referral, ReferralReason, ReferralStep } from './types';

/** What an inviter gets for a friend. */
export interface RewardDecided {
  readonly inviter: Inviter;
  readonly points: number;
  readonly steps: readonly ReferralStep[];
}

/** The reward for one friend on a day: the points, and the bonus of each step now reached; at most so many friends a month. */
export function decideReward(inviter: Inviter, policy: ReferralPolicy, today: Day): Outcome<RewardDecided, 'monthFull'> {
  const month = monthOf(today);
  const had = inviter.month.month === month ? inviter.month.rewarded : 0;
  if (had >= policy.perMonthMax) return refuse('monthFull');
  const rewarded = inviter.rewarded + 1;
  const held = new Set(inviter.steps.map((step) => step.friends));
  const steps = policy.steps.filter((step) => step.friends <= rewarded && !held.has(step.friends));
  const next: Inviter = { ...inviter, month: { month, rewarded: had + 1 }, rewarded, steps: [...inviter.steps, ...steps] };
  return accept({ inviter: next, points: policy.inviterPoints, steps });
}

/**
 * Takes a reward back whose purchase was refunded: its points, and the bonus of each step that the inviter no longer reaches. The month's
 * count stays, so that a refund does not make room for more.
 */
export function decideReversal(inviter: Inviter, { reward }: Referral): { readonly inviter: Inviter; readonly points: number } {
  const rewarded = inviter.rewarded - 1;
  const fallen = inviter.steps.filter((step) => step.friends > rewarded);
  const points = fallen.reduce((sum, step) => sum + step.points, reward?.points ?? 0);
  return { inviter: { ...inviter, rewarded, steps: inviter.steps.filter((step) => step.friends <= rewarded) }, points };
}

/** The referral after it ended without a reward. */
export function refused(referral: Referral, reason: ReferralReason, at: number): Referral {
  return { ...referral, state: 'refused', stateAt: at, reason, dueOn: null };
}

/** The referral after what it waited for did not come in time. */
export function lapsed(referral: Referral, reason: 'noPurchase' | 'inviterLeft', at: number): Referral {
  return { ...referral, state: 'lapsed', stateAt: at, reason, dueOn: null };
}
