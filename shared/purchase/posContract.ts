import * as z from 'zod/mini';
import { slugField } from '../kernel/fields';
import type { RefusalArgs } from '../kernel/refusal';
import { lineMaxFen, linesMax, orderNoField, purchaseLineField } from './contract';

/** Rows that one signed request may carry. */
export const posRowsMax = 50;

/**
 * What became of one row; `row` is its place, from 1. The same row sent again is answered in the same way and changes nothing.
 * `points` of a refund are those taken back, negative. A refusal's code is one of the till's, or `row.invalid` with the field that does
 * not fit.
 */
export interface PosRowReport {
  readonly row: number;
  readonly orderNo: string;
  readonly result: 'recorded' | 'refused';
  readonly points?: number;
  readonly refusal?: { readonly code: string; readonly args?: RefusalArgs };
}

/** What a signed body holds: rows that are judged one by one, so that a bad one spoils no other. */
export const posBody = z.strictObject({ rows: z.array(z.unknown()).check(z.minLength(1), z.maxLength(posRowsMax)) });

/** One purchase as a shop's own machine says it. The shop is the key's, never the request's. */
export const posSale = z.strictObject({
  kind: z.literal('sale'),
  orderNo: orderNoField,
  /** The card's 16 digits, or the member code's 22 as the shop's scanner read it at `at`. */
  member: z.string().check(z.regex(/^9\d{15}(\d{6})?$/)),
  /** When the till took the money, epoch ms. */
  at: z.int().check(z.gte(0)),
  lines: z.array(purchaseLineField).check(z.minLength(1), z.maxLength(linesMax)),
});

export type PosSale = z.infer<typeof posSale>;

/** One refund as a shop's own machine says it, of an order of its own shop. */
export const posRefund = z.strictObject({
  kind: z.literal('refund'),
  /** The order that it refunds. */
  orderNo: orderNoField,
  /** The machine's own number of this refund: the same number is the same refund, sent again. */
  refundNo: orderNoField,
  /** Money handed back on a category's or a product's lines; null: everything that is left. */
  lines: z.nullable(
    z
      .array(
        z.union([
          z.strictObject({ categoryId: slugField, amountFen: z.int().check(z.gte(1), z.lte(lineMaxFen)) }),
          z.strictObject({ productId: slugField, amountFen: z.int().check(z.gte(1), z.lte(lineMaxFen)) }),
        ]),
      )
      .check(z.minLength(1), z.maxLength(linesMax)),
  ),
});

export type PosRefund = z.infer<typeof posRefund>;
