import * as z from 'zod/mini';
import { isDay } from './time';

/** A caller's key for one command: sent again with every retry of the same tap, never with another. */
export const keyField = z.string().check(z.regex(/^[0-9A-Za-z_-]{8,64}$/));

/** A programme day, `YYYY-MM-DD`, that exists. */
export const dayField = z.string().check(z.refine(isDay));

/** A programme month, `YYYY-MM`. */
export const monthField = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/));

/** Where the next page of a list begins: what the page before gave back, opaque to the caller. */
export const cursorField = z.string().check(z.minLength(1), z.maxLength(128));

/** An id given by the programme's files: short, readable, without the separators that ids are joined with. */
export const slugField = z.string().check(z.regex(/^[0-9A-Za-z_-]{1,32}$/));

/** A name people read: 1 to 20 characters, no line breaks or control characters, no blank ends. */
export const nameField = z.string().check(z.regex(/^[^\s\p{C}](?:[^\p{C}]{0,18}[^\s\p{C}])?$/u));

/** A name in both of the interface's languages. */
export const bilingualField = z.strictObject({ zh: nameField, en: z.string().check(z.minLength(1), z.maxLength(40)) });
