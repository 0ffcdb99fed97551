import type { Refusal } from '../kernel/refusal';
import { judgeUse, type UseRefusal, type UseSituation } from './judgeUse';
import { eligibleFen, eligibleLines, type StackLine } from './stackDiscount';
import type { Coupon, Voucher } from './types';

/** Why a voucher cannot be used on a purchase, whatever others are there. */
export type Unusable =
  /** Not here and now: redeemed, revoked, held for another quote, lapsed, not yet, another shop, day or hour. */
  | { readonly kind: 'refused'; readonly refusal: Refusal<UseRefusal> }
  /** It takes nothing off a purchase: it is redeemed by itself, by scan. */
  | { readonly kind: 'counter' }
  /** None of its categories, or none of its products, is in the purchase. */
  | { readonly kind: 'category' }
  | { readonly kind: 'product' }
  | { readonly kind: 'threshold'; readonly missingFen: number };

/**
 * Whether a voucher could be used on a purchase: null, or the first reason against it. `here.quoteId` is the quote whose hold does not
 * stand in the way; a hold whose time has passed is free to anybody. Thresholds count eligible lines after step 2.
 */
export function whyUnusable(voucher: Voucher, coupon: Coupon, here: UseSituation, lines: readonly StackLine[]): Unusable | null {
  const judged = judgeUse(voucher, coupon, here);
  return judged.ok ? whyNotFor(coupon, lines) : { kind: 'refused', refusal: judged.refusal };
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
