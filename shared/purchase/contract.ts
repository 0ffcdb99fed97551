import * as z from 'zod/mini';
import type { Bilingual } from '../kernel/bilingual';
import { command } from '../kernel/contract';
import { keyField, slugField } from '../kernel/fields';
import type { RefusalArgs } from '../kernel/refusal';
import type { Day } from '../kernel/time';
import type { FaceId } from '../member/face';
import type { TierId } from '../tier/types';
import type { PricedLine, PurchaseGift, PurchaseVoucher } from './types';

/** Who stands at the till. The name is what the member chose to be called. */
export interface VisitView {
  readonly visitId: string;
  readonly openedAt: number;
  readonly endsAt: number;
  readonly nickname: string;
  /** A link to the member's picture; null without one. */
  readonly avatarUrl: string | null;
  readonly cardTail: string;
  readonly tier: { readonly id: TierId; readonly name: Bilingual; readonly multiplier: number };
  /** The face of the member's card, to be compared with the phone held out. */
  readonly face: FaceId;
  /** The paid card that runs now; null without one. */
  readonly paidCard: Bilingual | null;
  readonly available: number;
  readonly pending: number;
  readonly debt: number;
}

export interface PurchaseReceipt {
  readonly purchaseId: string;
  readonly orderNo: string;
  /** Last four digits of the member's card. */
  readonly cardTail: string;
  readonly lines: readonly PricedLine[];
  /** What it came to before anything was taken off. */
  readonly listFen: number;
  readonly vouchers: readonly PurchaseVoucher[];
  /** Points paid as cash, 1 point = 1 fen. */
  readonly pointsPaid: number;
  readonly gift: PurchaseGift | null;
  readonly payableFen: number;
  readonly points: number;
  /** Whether the daily cap cut the points. */
  readonly capped: boolean;
  readonly releaseOn: Day;
  readonly at: number;
  /** Until when the same staff member may undo it. */
  readonly undoUntil: number;
  readonly undone: boolean;
}

export const lineMaxFen = 100_000_000;
export const linesMax = 20;
export const unitsMax = 9_999;

/** An order number as receipts carry it. */
export const orderNoField = z.string().check(z.regex(/^[0-9A-Za-z._-]{1,32}$/));

/** A line as a till or a shop's machine enters it. */
export const purchaseLineField = z.strictObject({
  /** Follows from the product where one is named. */
  categoryId: slugField,
  amountFen: z.int().check(z.gte(1), z.lte(lineMaxFen)),
  productId: z.optional(slugField),
  units: z.optional(z.int().check(z.gte(1), z.lte(unitsMax))),
});

export const purchaseStaff = {
  /** Opens a visit from a member code: 16 digits of the card and 6 of the moment, scanned or typed. */
  'visit.open': command<VisitView>()({
    input: z.strictObject({
      code: z.string().check(z.regex(/^\d{22}$/)),
      by: z.enum(['scan', 'typed']),
    }),
    refusals: ['code.wrong', 'code.stale', 'code.used', 'code.unknownCard', 'code.locked'],
  }),
  /** Records what the till took. */
  'purchase.confirm': command<PurchaseReceipt>()({
    input: z.strictObject({
      key: keyField,
      visitId: z.string().check(z.maxLength(64)),
      orderNo: orderNoField,
      lines: z.array(purchaseLineField).check(z.minLength(1), z.maxLength(linesMax)),
    }),
    refusals: [
      'visit.unknown',
      'visit.otherTill',
      'visit.ended',
      'category.unknown',
      'product.unknown',
      'purchase.amount',
      'purchase.date',
      'order.taken',
    ],
  }),
  /** Records what the till took without network: gross lines, the code that was scanned and when. */
  'purchase.recordLate': command<PurchaseReceipt>()({
    input: z.strictObject({
      key: keyField,
      code: z.string().check(z.regex(/^9\d{21}$/)),
      scannedAt: z.int().check(z.gte(0)),
      orderNo: orderNoField,
      lines: z.array(purchaseLineField).check(z.minLength(1), z.maxLength(linesMax)),
    }),
    refusals: [
      'late.tooOld',
      'late.tooMuch',
      'code.wrong',
      'code.stale',
      'code.used',
      'code.unknownCard',
      'code.locked',
      'category.unknown',
      'product.unknown',
      'purchase.amount',
      'purchase.date',
      'order.taken',
    ],
  }),
  /** Takes a purchase back, by the same staff member, within five minutes. */
  'purchase.undo': command<PurchaseReceipt>()({
    input: z.strictObject({ key: keyField, purchaseId: z.string().check(z.maxLength(128)) }),
    refusals: ['purchase.unknown', 'undo.otherStaff', 'undo.tooLate', 'undo.done', 'undo.refunded', 'undo.giftUsed'],
  }),
  /** The caller's purchases of the last day, newest first, at most ten. */
  'purchase.recent': command<{ readonly receipts: readonly PurchaseReceipt[] }>()({
    input: z.strictObject({}),
    refusals: [],
  }),
};

/** What became of one purchase of a file: `known` was recorded before, by this file or by another way. */
export interface ImportReport {
  readonly orderNo: string;
  readonly result: 'recorded' | 'known' | 'refused';
  readonly points: number;
  readonly refusal: { readonly code: ImportRefusal; readonly args?: RefusalArgs } | null;
}

export const importRefusals = [
  'row.invalid',
  'card.unknown',
  'shop.unknown',
  'import.refund',
  'category.unknown',
  'product.unknown',
  'purchase.amount',
  'purchase.date',
  'order.taken',
  'purchase.unknown',
  'refund.otherShop',
  'refund.undone',
  'refund.tooLate',
  'refund.units',
  'refund.nothingLeft',
  'refund.changed',
  'refund.amount',
  'key.reused',
  'busy.tryAgain',
] as const;
export type ImportRefusal = (typeof importRefusals)[number];

export const purchaseConsole = {
  /** Records purchases of a file, each by itself; the codes are those of single purchases in the report. A dry run writes nothing. */
  'purchase.import': command<{ readonly reports: readonly ImportReport[] }>()({
    input: z.strictObject({ rows: z.array(z.unknown()).check(z.minLength(1), z.maxLength(50)), dryRun: z.boolean() }),
    refusals: importRefusals,
  }),
};
