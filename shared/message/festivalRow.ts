import * as z from 'zod/mini';
import { bilingualField, slugField } from '../kernel/fields';
import { occasionGiftField } from '../tier/occasionGiftField';
import { isFestivalDate } from './festival';

const wordsField = z.string().check(z.trim(), z.minLength(1), z.maxLength(120));

/** One row of the table of festivals. */
export const festivalRow = z.strictObject({
  id: slugField,
  date: z.string().check(z.refine(isFestivalDate)),
  name: bilingualField,
  words: z.strictObject({ zh: wordsField, en: wordsField }),
  gift: occasionGiftField,
  active: z.optional(z.boolean()),
});
