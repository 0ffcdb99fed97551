import type { Bilingual } from '../kernel/bilingual';
import type { Day } from '../kernel/time';

/** When and where an offer holds; empty lists mean every day, shop, category. */
export interface OfferWindow {
  readonly from: Day;
  readonly to: Day;
  /** ISO weekdays, 1 Monday … 7 Sunday. */
  readonly weekdays: readonly number[];
  readonly shopIds: readonly string[];
  readonly categoryIds: readonly string[];
}

/** One step of spend-and-gift (满赠): whoever pays this much gets that. Steps exclude one another; the highest reached counts. */
export interface GiftStep {
  readonly thresholdFen: number;
  readonly name: Bilingual;
  readonly listedValueFen: number;
  /** The coupon whose voucher is given; null for goods handed over at the till. */
  readonly couponId: string | null;
}

/** What a published condition does to a purchase. Never a hidden price per person. */
export type OfferEffect =
  /** Discount day by category: the price in integer hundredths of the list price (90 = 10 % off); never together with the member price. */
  | { readonly kind: 'discountDay'; readonly pricePercent: number }
  /** Points multiplier in integer hundredths; the best applicable one counts. */
  | { readonly kind: 'multiplier'; readonly multiplier: number }
  | { readonly kind: 'spendGift'; readonly steps: readonly GiftStep[] };

/** A published offer. `_id` is its id from the file; campaigns will own them. */
export interface Offer {
  readonly _id: string;
  readonly name: Bilingual;
  readonly window: OfferWindow;
  readonly effect: OfferEffect;
  readonly active: boolean;
}
