import { dayMs, type Day } from '../kernel/time';
import type { Purchase } from '../purchase/types';
import { purchaseDays } from './policy';
import type { Referral } from './types';

type Counting = Pick<Purchase, '_id' | 'takenAt' | 'payableFen' | 'refunded' | 'undo' | 'releaseOn'>;

/** Whether anything of a purchase was paid and kept. */
export function purchaseCounts(purchase: Pick<Counting, 'payableFen' | 'refunded' | 'undo'> | null): boolean {
  return purchase?.undo === null && purchase.payableFen - purchase.refunded.payableFen > 0;
}

/** The last instant at which the first purchase of somebody who joined then may be made. */
export function purchaseUntil(joinedAt: number): number {
  return joinedAt + purchaseDays * dayMs;
}

/** The first of an invitee's purchases within 30 days of joining that counts; null when there is none. */
export function firstPurchase<P extends Counting>(joinedAt: number, purchases: readonly P[]): P | null {
  const timely = purchases.filter((each) => each.takenAt >= joinedAt && each.takenAt < purchaseUntil(joinedAt) && purchaseCounts(each));
  return timely.reduce<P | null>((first, each) => (first === null || each.takenAt < first.takenAt ? each : first), null);
}

/** The referral after the purchase that counts was found: its reward is due when the return period is over. */
export function withPurchase(referral: Referral, purchase: Counting, at: number): Referral {
  const { _id: id, takenAt, releaseOn } = purchase;
  const dueOn: Day | null = referral.review === 'waiting' ? null : releaseOn;
  return { ...referral, state: 'purchased', stateAt: at, purchase: { id, at: takenAt, releaseOn }, dueOn };
}

/** The referral after its purchase was taken back before the reward: another one may count. */
export function withoutPurchase(referral: Referral, at: number): Referral {
  return { ...referral, state: 'joined', stateAt: at, purchase: null, dueOn: null };
}
