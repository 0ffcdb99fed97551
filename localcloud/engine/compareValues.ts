import { encodeKey } from './encodeKey';

const surrogate = /[\ud800-\udfff]/;

/**
 * Compares two values of any types in MongoDB's order: negative when `left` comes first, 0 when equal.
 * Text is compared by its UTF-8 bytes, as MongoDB does without a collation.
 */
export function compareValues(left: unknown, right: unknown): number {
  // Not by subtracting: an infinity less itself is no number.
  if (typeof left === 'number' && typeof right === 'number' && left === left && right === right) {
    return left < right ? -1 : Number(left > right);
  }
  if (typeof left === 'string' && typeof right === 'string') {
    if (left === right) return 0;
    if (!surrogate.test(left) && !surrogate.test(right)) return left < right ? -1 : 1;
  }
  return Buffer.compare(encodeKey(left), encodeKey(right));
}
