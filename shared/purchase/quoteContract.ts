import * as z from 'zod/mini';
import { command } from '../kernel/contract';
import { keyField, slugField } from '../kernel/fields';
import { linesMax, lineMaxFen, orderNoField, unitsMax, type PurchaseReceipt } from './contract';
import type { QuoteView } from './quote';

const vouchersMax = 20;
const idMax = 192;

const askedLineField = z.union([
  z.strictObject({ categoryId: slugField, amountFen: z.int().check(z.gte(1), z.lte(lineMaxFen)) }),
  z.strictObject({ productId: slugField, units: z.int().check(z.gte(1), z.lte(unitsMax)) }),
]);

const visitRefusals = ['visit.unknown', 'visit.otherTill', 'visit.ended'] as const;

/**
 * What can have changed between a quote and its confirmation: `quote.changed` names one of these as `what`, with the facts of its own
 * sentence and, for a voucher, its name.
 */
export const quoteChanges = [
  'quote.lapsed',
  'quote.replaced',
  'quote.used',
  'quote.tier',
  'quote.price',
  'quote.points',
  'quote.gift',
  'points.short',
  'voucher.unknown',
  'voucher.revoked',
  'voucher.done',
  'voucher.gifting',
  'voucher.early',
  'voucher.lapsed',
  'voucher.otherShop',
  'voucher.otherDay',
  'voucher.otherHour',
  'voucher.held',
] as const;
export type QuoteChange = (typeof quoteChanges)[number];

export const quoteStaff = {
  /**
   * Prices what stands at the till, step by step, proposes the best set of vouchers (or prices the chosen one) and holds that set for five
   * minutes. A new quote of a visit lets go of what the one before held.
   */
  'purchase.quote': command<QuoteView>()({
    input: z.strictObject({
      key: keyField,
      visitId: z.string().check(z.maxLength(64)),
      lines: z.array(askedLineField).check(z.minLength(1), z.maxLength(linesMax)),
      /** How many points are wanted as cash; as many as allowed are used. */
      usePoints: z.int().check(z.gte(0), z.lte(lineMaxFen)),
      voucherIds: z.union([z.literal('best'), z.array(z.string().check(z.maxLength(idMax))).check(z.maxLength(vouchersMax))]),
    }),
    refusals: [...visitRefusals, 'category.unknown', 'product.unknown', 'purchase.amount', 'voucher.notTogether', 'key.reused'],
  }),
  /** Records exactly what was quoted, or says what has changed since. The order number is the key, as for `purchase.confirm`. */
  'purchase.confirmQuote': command<PurchaseReceipt>()({
    input: z.strictObject({ key: keyField, quoteId: z.string().check(z.maxLength(idMax)), orderNo: orderNoField }),
    refusals: ['quote.unknown', 'quote.changed', 'visit.ended', 'order.taken', ...quoteChanges],
  }),
};
