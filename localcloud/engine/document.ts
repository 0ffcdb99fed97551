import type { ObjectId } from 'mongodb';

/** A document or any object inside one, as plain JavaScript values with BSON's own types where JavaScript has none. */
export type Document = Record<string, unknown>;

/** A document's own identity: text; where a caller insisted, a number or one of BSON's object ids (MongoDB's tools make those). */
export type DocumentId = string | number | ObjectId;

/** Whether a value is a plain object (not an array, a date, a pattern or one of BSON's own types). */
export function isDocument(value: unknown): value is Document {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
