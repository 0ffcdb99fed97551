import { BSONRegExp, Long } from 'bson';
import { isDocument } from '../engine/document';
import { plainMax } from '../engine/numbers/numeric';

/** Flags of a JavaScript pattern that BSON does not know. */
const notPatternOptions = /[^imsu]/g;

/**
 * Turns plain values into what BSON should hold: whole numbers beyond 32 bits become 64-bit ones (as the SDK sends them) rather than
 * floating ones, patterns keep the option `s`, which the serializer would misread. Everything else stays as it is.
 */
export function toBson(value: unknown): unknown {
  if (typeof value === 'number') return isLong(value) ? Long.fromNumber(value) : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(toBson);
  if (value instanceof RegExp) return new BSONRegExp(value.source, value.flags.replace(notPatternOptions, ''));
  if (!isDocument(value)) return value;
  return documentToBson(value);
}

/** As {@link toBson}, for a document. */
export function documentToBson(document: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const copy: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries(document)) copy[name] = toBson(inner);
  return copy;
}

function isLong(value: number): boolean {
  return Number.isInteger(value) && Math.abs(value) <= plainMax && Math.abs(value) >= 2 ** 31 && value !== -(2 ** 31);
}
