import * as z from 'zod/mini';

const perDay = z.optional(z.int().check(z.gte(0), z.lte(100)));

/** The rules of chances as the programme's row may set them, all at once. */
export const chancePolicyField = z.strictObject({
  lifeDays: z.int().check(z.gte(1), z.lte(366)),
  pricePoints: z.int().check(z.gte(1), z.lte(1_000_000)),
  purchaseFen: z.int().check(z.gte(1), z.lte(100_000_000)),
  perDayMax: z.strictObject({
    checkin: perDay,
    purchase: perDay,
    quiz: perDay,
    riddle: perDay,
    jigsaw: perDay,
    storeCode: perDay,
    points: perDay,
  }),
});
