import type { Bilingual } from '../kernel/bilingual';
import type { Day } from '../kernel/time';
import type { WhyNot } from '../voucher/whyNotBest';
import type { NextGift } from '../campaign/gift';
import type { PricedLine, PurchaseLine, PurchaseVoucher } from './types';

const holdMinutes = 5;
/** How long a quote stands, and the vouchers of its set are held for it. */
export const quoteMs = holdMinutes * 60_000;

/** A line as the till asks: an amount of a category, or units of a product. */
export type AskedLine =
  { readonly categoryId: string; readonly amountFen: number } | { readonly productId: string; readonly units: number };

/** What staff want to be quoted. `voucherIds` null asks for the best set. */
export interface QuoteWish {
  readonly lines: readonly AskedLine[];
  readonly usePoints: number;
  readonly voucherIds: readonly string[] | null;
}

/** A voucher of the member at the till; `group` and `exclusive` tell which may be used together. */
interface ShownVoucher {
  readonly voucherId: string;
  readonly name: Bilingual;
  readonly endsOn: Day;
  readonly group: string;
  readonly exclusive: boolean;
}

export interface UsedVoucher extends ShownVoucher {
  readonly couponId: string;
  readonly discountFen: number;
}

/** A voucher that is not used, and why. `usable` ones can be chosen instead. */
export interface UnusedVoucher extends ShownVoucher {
  readonly usable: boolean;
  readonly why: WhyNot;
}

/** A step of spend-and-gift as the till shows and the purchase keeps it. */
export interface QuotedGift {
  readonly offerId: string;
  readonly name: Bilingual;
  readonly thresholdFen: number;
  readonly listedValueFen: number;
  readonly couponId: string | null;
}

/** Every step of the price of what stands at the till, and what confirming it will do. Money in fen. */
export interface QuoteView {
  readonly quoteId: string;
  readonly at: number;
  /** Until when it can be confirmed and its vouchers are held. */
  readonly heldUntil: number;
  readonly lines: readonly PricedLine[];
  readonly listFen: number;
  readonly vouchers: readonly UsedVoucher[];
  readonly others: readonly UnusedVoucher[];
  /** Points there are, how many may be used as cash here, and how many are. */
  readonly available: number;
  readonly pointsMax: number;
  readonly pointsPaid: number;
  readonly payableFen: number;
  readonly gift: QuotedGift | null;
  readonly nextGift: NextGift | null;
  /** The step that the vouchers cost. */
  readonly lostGift: QuotedGift | null;
  readonly points: number;
  readonly capped: boolean;
  readonly releaseOn: Day;
}

/**
 * A quote, with what its visit said, so that confirming needs no second read. `_id` = `<visit>:<key>`. A newer quote of the visit
 * replaces it; a purchase uses it up.
 */
export interface Quote {
  readonly _id: string;
  readonly visitId: string;
  readonly visitEndsAt: number;
  readonly shopId: string;
  readonly staffId: string;
  readonly device: string;
  readonly memberId: string;
  readonly accountId: string;
  readonly cardTail: string;
  readonly wish: QuoteWish;
  /** The lines at list price. */
  readonly lines: readonly PurchaseLine[];
  /** What the account's tier gave, so that a change can be told. */
  readonly tierId: string;
  readonly state: 'open' | 'replaced' | 'used';
  readonly purchaseId: string | null;
  readonly view: QuoteView;
}

/** The vouchers as a purchase keeps them. */
export function purchaseVouchers(view: QuoteView): readonly PurchaseVoucher[] {
  return view.vouchers.map(({ voucherId, couponId, name, discountFen }) => ({ voucherId, couponId, name, discountFen }));
}

/** Whether two requests wish for the same. */
export function sameWish(a: QuoteWish, b: QuoteWish): boolean {
  return said(a) === said(b);
}

function said({ lines, usePoints, voucherIds }: QuoteWish): string {
  const each = lines.map((line) => ('productId' in line ? ['product', line.productId, line.units] : [line.categoryId, line.amountFen]));
  return JSON.stringify([each, usePoints, voucherIds === null ? null : [...voucherIds].sort()]);
}
