import * as z from 'zod/mini';
import { bilingualField, slugField } from '../kernel/fields';

const postCharsMax = 500;
const postsMax = 20;
const postField = z.string().check(z.trim(), z.minLength(1), z.maxLength(postCharsMax));

/** One group of a file. Its id stands in the entry code, where 30 characters have room. */
export const groupRow = z.strictObject({
  id: z.string().check(z.regex(/^[0-9A-Za-z_-]{1,30}$/)),
  name: bilingualField,
  shop: z.optional(slugField),
  posts: z.optional(z.array(z.strictObject({ zh: postField, en: postField })).check(z.maxLength(postsMax))),
  active: z.optional(z.boolean()),
});
