import * as z from 'zod/mini';
import type { Bilingual } from '../kernel/bilingual';
import { command } from '../kernel/contract';
import { keyField } from '../kernel/fields';
import type { Day } from '../kernel/time';
import { linesMax, orderNoField, type PurchaseReceipt } from './contract';
import type { RefundedLine } from './types';

/** One line of a purchase, with what of it can still be refunded. */
export interface RefundableLine {
  readonly categoryId: string;
  readonly productId: string | null;
  /** What it is called in the goods file; null for an amount by category, and for goods that are sold no more. */
  readonly productName: Bilingual | null;
  readonly units: number;
  readonly unitsLeft: number;
  readonly payableFen: number;
  readonly pointsFen: number;
}

/** A purchase as staff see it before they refund or void it. */
export interface PurchaseView {
  readonly purchaseId: string;
  readonly orderNo: string;
  readonly cardTail: string;
  readonly shopId: string;
  readonly shop: Bilingual;
  readonly at: number;
  readonly lines: readonly RefundableLine[];
  readonly payableFen: number;
  readonly points: number;
  readonly pointsPaid: number;
  readonly vouchers: readonly Bilingual[];
  readonly gift: Bilingual | null;
  /** How many refunds there were: a refund names the number it has seen. */
  readonly refunds: number;
  readonly leftFen: number;
  readonly giftOwedFen: number;
  /** The last day on which it can be refunded. */
  readonly refundUntil: Day;
  readonly taken: 'undo' | 'void' | null;
}

/** What a refund gives back and takes. Money in fen. */
export interface RefundReceipt {
  readonly refundId: string;
  readonly orderNo: string;
  readonly cardTail: string;
  readonly at: number;
  readonly lines: readonly RefundedLine[];
  /** Kept of the money for a spend-and-gift step that fell, and what is still owed for it. */
  readonly giftChargedFen: number;
  readonly giftOwedFen: number;
  /** Money to hand back. */
  readonly moneyFen: number;
  /** Points paid as cash that come back. */
  readonly pointsReturned: number;
  /** Earned points that are taken back. */
  readonly pointsTaken: number;
  /** How many vouchers come back. */
  readonly vouchersBack: number;
  readonly leftFen: number;
}

const purchaseField = z.string().check(z.minLength(1), z.maxLength(128));
const refundsMax = 200_000;
const refundInput = {
  purchaseId: purchaseField,
  /** How many refunds of the purchase the till has seen. */
  after: z.int().check(z.gte(0), z.lte(refundsMax)),
  /** Null: everything that is left. */
  lines: z.nullable(
    z
      .array(z.strictObject({ line: z.int().check(z.gte(0), z.lt(linesMax)), units: z.int().check(z.gte(1)) }))
      .check(z.minLength(1), z.maxLength(linesMax)),
  ),
};
const refundRefusals = [
  'purchase.unknown',
  'refund.otherShop',
  'refund.undone',
  'refund.tooLate',
  'refund.units',
  'refund.nothingLeft',
  'refund.changed',
  'key.reused',
] as const;

export const refundStaff = {
  /** Purchases by order number, or those of the member whose visit is open; newest first, at most ten. */
  'purchase.find': command<{ readonly purchases: readonly PurchaseView[] }>()({
    input: z.union([z.strictObject({ orderNo: orderNoField }), z.strictObject({ visitId: z.string().check(z.maxLength(64)) })]),
    refusals: ['purchase.unknown', 'visit.unknown', 'visit.otherTill', 'visit.ended'],
  }),
  /** What a refund would give back, before it is made. */
  'purchase.previewRefund': command<RefundReceipt>()({ input: z.strictObject(refundInput), refusals: refundRefusals }),
  /** Takes lines of a purchase back, by units, or all that is left. */
  'purchase.refund': command<RefundReceipt>()({ input: z.strictObject({ key: keyField, ...refundInput }), refusals: refundRefusals }),
  /** Takes a whole purchase back while the shift in which it was made is not closed. */
  'purchase.void': command<PurchaseReceipt>()({
    input: z.strictObject({ key: keyField, purchaseId: purchaseField }),
    refusals: ['purchase.unknown', 'undo.done', 'undo.refunded', 'undo.giftUsed', 'void.shiftClosed'],
  }),
};
