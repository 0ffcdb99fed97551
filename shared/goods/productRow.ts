import * as z from 'zod/mini';
import { bilingualField, dayField, slugField } from '../kernel/fields';

const priceMaxFen = 100_000_000;

/** One row of the goods file. `id` is the shop's own (often the bar code), `category` one of the categories' ids, the price in fen. */
export const productRow = z.strictObject({
  id: slugField,
  name: bilingualField,
  category: slugField,
  priceFen: z.int().check(z.gte(1), z.lte(priceMaxFen)),
  /** The day on which members are told that it is there. */
  newOn: z.optional(dayField),
  active: z.optional(z.boolean()),
});
