import type { Bilingual } from '../kernel/bilingual';
import type { Day } from '../kernel/time';

/** One member at one till, opened by a code. `_id` = `<member>:<window of the code>`; it is also the code's use. */
export interface CodeUse {
  readonly _id: string;
  readonly visitId: string;
  readonly at: number;
  readonly shopId: string;
  readonly device: string;
}

export interface Visit {
  readonly _id: string;
  readonly memberId: string;
  readonly accountId: string;
  readonly shopId: string;
  readonly device: string;
  readonly staffId: string;
  readonly openedAt: number;
  readonly endsAt: number;
  /** `scan` or `typed`: how the code was given. */
  readonly by: 'scan' | 'typed';
  /** Last four digits of the member's card. */
  readonly cardTail: string;
  /** The quote that stands for it; none before the first. */
  readonly quoteId?: string;
}

/** A category's (or a product's) share of a purchase, as the till enters it: list price of all its units, in fen. */
export interface PurchaseLine {
  readonly categoryId: string;
  readonly amountFen: number;
  readonly productId?: string | undefined;
  /** Units of it, for refunds by line; 1 when not said. */
  readonly units?: number | undefined;
}

/** What took a line's price down at step 2: the member price, or a discount day. */
export type PriceReason = { readonly kind: 'member' } | { readonly kind: 'discountDay'; readonly offerId: string } | null;

/**
 * A line as it was priced, in the order of product.md's price steps; payableFen = amountFen − priceOffFen − voucherOffFen − pointsFen.
 * A purchase recorded at what the till took (no quote) has nothing off.
 */
export interface PricedLine extends PurchaseLine {
  readonly units: number;
  /** Step 2: member price or discount day, whichever is lower. */
  readonly priceOffFen: number;
  readonly reason?: PriceReason;
  /** What of that the paid card took off beyond what would have been off without it; absent when it took off nothing. */
  readonly paidCardFen?: number;
  /** Step 3: this line's share of the vouchers. */
  readonly voucherOffFen: number;
  /** Step 4: this line's share of what was paid in points (1 point = 1 fen). */
  readonly pointsFen: number;
  readonly payableFen: number;
  /** Best campaign multiplier of the line in hundredths; 0 where the category earns nothing. */
  readonly multiplier: number;
}

/** A voucher that a purchase used. */
export interface PurchaseVoucher {
  readonly voucherId: string;
  readonly couponId: string;
  readonly name: Bilingual;
  readonly discountFen: number;
}

/** The step of spend-and-gift that a purchase reached. */
export interface PurchaseGift {
  readonly offerId: string;
  readonly name: Bilingual;
  readonly thresholdFen: number;
  readonly listedValueFen: number;
  /** The categories whose payable counted towards the step; empty means all. */
  readonly categoryIds: readonly string[];
  /** The offer's steps at that time, lowest first: what a refund falls back to. */
  readonly steps: readonly { readonly thresholdFen: number; readonly listedValueFen: number }[];
  /** The voucher that was issued for it, if the step gives one. */
  readonly voucherId: string | null;
}

/** That a whole purchase was taken back, and how: by the same staff within minutes, or by a lead while the shift is open. */
export interface PurchaseUndo {
  readonly how: 'undo' | 'void';
  readonly key: string;
  readonly at: number;
  readonly staffId: string;
  readonly device: string;
}

/**
 * How a purchase came in: recorded at the till at once, `late` from a till that was without network, by a shop's own machine, from a file.
 */
export type PurchaseSource = 'till' | 'late' | 'pos' | 'import';

/** A purchase, which is also its own audit record. `_id` = `<shop>:<period>:<order number>`, with `~2` … after an undo. */
export interface Purchase {
  readonly _id: string;
  readonly source: PurchaseSource;
  readonly key: string;
  readonly orderNo: string;
  readonly shopId: string;
  readonly staffId: string;
  readonly device: string;
  readonly visitId: string;
  readonly memberId: string;
  readonly accountId: string;
  readonly cardTail: string;
  /** When it was recorded, epoch ms: what shifts, undo and lists go by. */
  readonly at: number;
  /** When the till took the money; earlier than `at` when it came late, by a machine or from a file. */
  readonly takenAt: number;
  /** The day of `takenAt`: what lots, cap, release and refund go by. */
  readonly day: Day;
  readonly lines: readonly PricedLine[];
  readonly payableFen: number;
  /** The quote that was confirmed; null when the till's own sums were recorded. */
  readonly quoteId: string | null;
  readonly vouchers: readonly PurchaseVoucher[];
  /** Points paid as cash; their entry is `<account>:redemption:cash:<purchase>`. */
  readonly pointsPaid: number;
  readonly gift: PurchaseGift | null;
  /** What refunds have taken back so far; the refunds themselves are documents of their own. */
  readonly refunded: PurchaseRefunded;
  /** Points posted, after the daily cap. */
  readonly points: number;
  readonly capped: boolean;
  readonly releaseOn: Day;
  readonly multiplier: number;
  readonly undo: PurchaseUndo | null;
  /** The referral whose reward rests on it: taken back with the purchase. */
  readonly referralId?: string;
}

/** Running totals over a purchase's refunds, from which the next one is reckoned. */
export interface PurchaseRefunded {
  /** How many refunds there were; numbers them. */
  readonly count: number;
  /** Units taken back, by place of the line. */
  readonly units: readonly number[];
  readonly payableFen: number;
  readonly pointsReturned: number;
  readonly pointsTaken: number;
  /** What is still owed for a spend-and-gift step that fell, taken from later refunds. */
  readonly giftOwedFen: number;
}

/** Units of one line that a refund takes back, and what that line gives back. */
export interface RefundedLine {
  /** Its place in the purchase, from 0. */
  readonly line: number;
  readonly units: number;
  readonly moneyFen: number;
  readonly pointsReturned: number;
}

/** One refund, which is also its own audit record. `_id` = `<purchase>:<n>`, n = 1, 2 … */
export interface Refund {
  readonly _id: string;
  readonly key: string;
  readonly purchaseId: string;
  readonly n: number;
  readonly orderNo: string;
  readonly accountId: string;
  readonly cardTail: string;
  /** The shop that sold, which is charged. */
  readonly shopId: string;
  /** The shop that refunded, whose drawer the money left. */
  readonly atShopId: string;
  readonly staffId: string;
  readonly device: string;
  readonly at: number;
  readonly lines: readonly RefundedLine[];
  /** Taken off the money for a spend-and-gift step that fell. */
  readonly giftChargedFen: number;
  /** What is still owed for it after this refund. */
  readonly giftOwedFen: number;
  /** Money handed back: Σ lines − giftChargedFen. */
  readonly moneyFen: number;
  readonly pointsReturned: number;
  readonly pointsTaken: number;
  /** Vouchers that came back, when this refund took the last unit. */
  readonly voucherIds: readonly string[];
  /** Money that could still be refunded afterwards. */
  readonly leftFen: number;
}

/** Wrong codes within the last ten minutes. `_id` = `card:<number>`, `staff:<id>` or `member:<id>`. */
export interface Attempts {
  readonly _id: string;
  readonly failures: readonly number[];
  readonly lockedUntil: number;
}
