import * as z from 'zod/mini';
import { bilingualField, dayField, slugField } from '../kernel/fields';

/** The fields that every game's row has. */
export const gameFields = {
  id: slugField,
  name: bilingualField,
  from: dayField,
  to: dayField,
  active: z.optional(z.boolean()),
};

/** What a game that was won gives. */
export const rewardField = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('points'), points: z.int().check(z.gte(1), z.lte(1000)) }),
  z.strictObject({ kind: z.literal('chance'), count: z.int().check(z.gte(1), z.lte(5)) }),
]);

/** A text of a game in both languages: a question, a riddle, an explanation. */
export const gameTextField = z.strictObject({
  zh: z.string().check(z.minLength(1), z.maxLength(200)),
  en: z.string().check(z.minLength(1), z.maxLength(400)),
});
