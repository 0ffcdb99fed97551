import * as z from 'zod/mini';
import { slugField } from '../kernel/fields';

const daysPerMonthMax = 31;
const points = z.int().check(z.gte(0), z.lte(10_000));

/** The milestones of a month as the programme's row may set them, in rising order of days. */
export const milestonesField = z
  .array(
    z.strictObject({
      days: z.int().check(z.gte(1), z.lte(daysPerMonthMax)),
      reward: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('points'), points }),
        z.strictObject({ kind: z.literal('chance'), count: z.int().check(z.gte(1), z.lte(10)) }),
        z.strictObject({ kind: z.literal('voucher'), couponId: z.nullable(slugField), points }),
      ]),
    }),
  )
  .check(
    z.maxLength(5),
    z.refine((rows) => rows.every(({ days }, index) => days > (rows[index - 1]?.days ?? 0))),
  );

/** The rules of make-ups as the programme's row may set them. */
export const makeUpsField = z.strictObject({
  pricePoints: z.int().check(z.gte(1), z.lte(100_000)),
  perMonthMax: z.int().check(z.gte(0), z.lte(daysPerMonthMax)),
});
