import * as z from 'zod/mini';
import { bilingualField, dayField, slugField } from '../kernel/fields';

const fenMax = 100_000_000;
const stepsMax = 10;
const listMax = 100;

const fen = z.int().check(z.gte(1), z.lte(fenMax));
const ids = z.optional(z.array(slugField).check(z.maxLength(listMax)));

const giftStepField = z.strictObject({
  thresholdFen: fen,
  name: bilingualField,
  listedValueFen: fen,
  coupon: z.optional(slugField),
});

const effectField = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('discountDay'), pricePercent: z.int().check(z.gte(1), z.lte(99)) }),
  z.strictObject({ kind: z.literal('multiplier'), multiplier: z.int().check(z.gte(101), z.lte(1000)) }),
  z.strictObject({ kind: z.literal('spendGift'), steps: z.array(giftStepField).check(z.minLength(1), z.maxLength(stepsMax)) }),
]);

/** One row of the offers section: what is published, when and where. Lists that are left out mean every day, shop, category. */
export const offerRow = z
  .strictObject({
    id: slugField,
    name: bilingualField,
    from: dayField,
    to: dayField,
    weekdays: z.optional(z.array(z.int().check(z.gte(1), z.lte(7))).check(z.maxLength(7))),
    shops: ids,
    categories: ids,
    effect: effectField,
    active: z.optional(z.boolean()),
  })
  .check(z.refine((row) => row.from <= row.to, { path: ['to'] }));

export type OfferRow = z.infer<typeof offerRow>;
