import * as z from 'zod/mini';
import { bilingualField, slugField } from '../kernel/fields';

const amountsMax = 6;
const pointsMax = 1_000_000;
const detailField = z.strictObject({ zh: z.string().check(z.maxLength(200)), en: z.string().check(z.maxLength(400)) });

/** A cause of the shop file. */
export const causeRow = z.strictObject({
  id: slugField,
  name: bilingualField,
  detail: detailField,
  amounts: z.array(z.int().check(z.gte(1), z.lte(pointsMax))).check(z.minLength(1), z.maxLength(amountsMax)),
  active: z.optional(z.boolean()),
});

/** The steps by lifetime points, in rising order. */
export const lifetimeLadderField = z.array(z.strictObject({ points: z.int().check(z.gte(1)), benefit: bilingualField })).check(
  z.maxLength(10),
  z.refine((steps) => steps.every((step, index) => index === 0 || step.points > (steps[index - 1]?.points ?? 0))),
);
