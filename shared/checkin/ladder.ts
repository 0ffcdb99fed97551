import { addDays, type Day } from '../kernel/time';
import type { CheckinPolicy, CheckinReward, CheckinState } from './types';

/** The streak that still lives on a day: broken when yesterday was missed. */
export function streakOn(state: CheckinState, today: Day): number {
  const alive = state.lastDay === today || state.lastDay === addDays(today, -1);
  return alive ? state.streak : 0;
}

/** The place (1 …) on a ladder to which a streak leads: the ladder begins again after its last day, the streak does not. */
export function ladderDay(streak: number, ladder: readonly number[]): number {
  return ((Math.max(1, streak) - 1) % ladder.length) + 1;
}

/** What the ladder pays a check-in that makes the streak so long. */
export function ladderReward(streak: number, { ladder, ladderCoupon }: CheckinPolicy): CheckinReward {
  const place = ladderDay(streak, ladder);
  const points = ladder[place - 1] ?? 0;
  return place === ladder.length && ladderCoupon !== null
    ? { kind: 'voucher', couponId: ladderCoupon, points }
    : { kind: 'points', points };
}

/**
 * What is still owed to today's check-in when a make-up made its streak longer: never less than nothing, since what a check-in has paid is
 * never re-priced. Null when nothing is.
 */
export function topUpReward(streak: number, paid: CheckinState['paid'], policy: CheckinPolicy): CheckinReward | null {
  const now = ladderReward(streak, policy);
  if (paid.voucher || now.kind === 'chance') return null;
  const points = Math.max(0, now.points - paid.points);
  if (now.kind === 'voucher') return { ...now, points };
  return points === 0 ? null : { kind: 'points', points };
}
