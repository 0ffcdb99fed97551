import type { Day } from '../kernel/time';
import type { Moment } from '../purchase/moment';
import { eligibleFen, eligibleLines, type StackLine } from './stackDiscount';
import type { Coupon, Voucher } from './types';

/** Why a voucher cannot be used on a purchase, whatever others are there. */
export type Unusable =
  | { readonly kind: 'redeemed'; readonly at: number; readonly shopId: string }
  | { readonly kind: 'revoked' }
  | { readonly kind: 'gifting' }
  /** Held for another quote until then (epoch ms). */
  | { readonly kind: 'held'; readonly until: number }
  | { readonly kind: 'notYet'; readonly startsOn: Day }
  | { readonly kind: 'lapsed'; readonly endsOn: Day }
  | { readonly kind: 'shop' }
  | { readonly kind: 'weekday'; readonly weekdays: readonly number[] }
  | { readonly kind: 'hours'; readonly from: string; readonly to: string }
  /** It takes nothing off a purchase: it is redeemed by itself, by scan. */
  | { readonly kind: 'counter' }
  /** None of its categories, or none of its products, is in the purchase. */
  | { readonly kind: 'category' }
  | { readonly kind: 'product' }
  | { readonly kind: 'threshold'; readonly missingFen: number };

/**
 * Whether a voucher could be used on a purchase at a moment: null, or the first reason against it. `ours` are quotes whose hold does not
 * stand in the way (the visit's own); a hold whose time has passed is free to anybody. Thresholds count eligible lines after step 2.
 */
export function whyUnusable(
  voucher: Voucher,
  coupon: Coupon,
  moment: Moment,
  lines: readonly StackLine[],
  ours: readonly string[],
): Unusable | null {
  return whyNotNow(voucher, moment, ours) ?? whyNotHere(coupon, moment) ?? whyNotFor(coupon, lines);
}

/** Its own state and dates. */
export function whyNotNow(voucher: Voucher, { now, today }: Pick<Moment, 'now' | 'today'>, ours: readonly string[]): Unusable | null {
  const { state, redeemed, heldUntil = 0, heldBy = '', startsOn = '', endsOn = '' } = voucher;
  if (state === 'redeemed') return { kind: 'redeemed', at: redeemed?.at ?? 0, shopId: redeemed?.shopId ?? '' };
  if (state === 'revoked' || state === 'free') return { kind: 'revoked' };
  if (state === 'gifting') return { kind: 'gifting' };
  if (endsOn < today) return { kind: 'lapsed', endsOn };
  if (startsOn > today) return { kind: 'notYet', startsOn };
  if (heldUntil > now && !ours.includes(heldBy)) return { kind: 'held', until: heldUntil };
  return null;
}

/** Its coupon's shops, weekdays and hours. */
function whyNotHere({ scope, weekdays, hours }: Coupon, { shopId, weekday, clock }: Moment): Unusable | null {
  if (scope.shopIds.length > 0 && !scope.shopIds.includes(shopId)) return { kind: 'shop' };
  if (weekdays.length > 0 && !weekdays.includes(weekday)) return { kind: 'weekday', weekdays };
  if (hours !== null && !isWithin(clock, hours)) return { kind: 'hours', ...hours };
  return null;
}

/** What is bought. */
function whyNotFor(coupon: Coupon, lines: readonly StackLine[]): Unusable | null {
  const { benefit, scope } = coupon;
  if (benefit.kind === 'experience' || (benefit.kind === 'goods' && benefit.productId === null)) return { kind: 'counter' };
  const eligible = eligibleLines(lines, coupon);
  if (eligible.length === 0) {
    const products = benefit.kind === 'goods' || scope.productIds.length > 0;
    return { kind: products ? 'product' : 'category' };
  }
  const thresholdFen = benefit.kind === 'goods' ? 0 : benefit.thresholdFen;
  const missingFen = thresholdFen - eligibleFen(lines, eligible);
  return missingFen > 0 ? { kind: 'threshold', missingFen } : null;
}

/** Hours that end before they begin go over midnight. */
function isWithin(clock: string, { from, to }: { readonly from: string; readonly to: string }): boolean {
  return from <= to ? from <= clock && clock < to : clock >= from || clock < to;
}
