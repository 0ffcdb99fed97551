import { invertKey } from '../invertKey';
import { compareDecimals, exactDecimal, type Decimal } from './decimal';
import { toDecimal, toDouble, type Numeric } from './numeric';

/**
 * A number's bytes for an ascending field, after its type's: the greatest floating number that is not above it and, where that is not
 * the number itself, FF and its decimal digits. FF sorts behind whatever may follow a number that needs no digits.
 */
export function numberKey(rank: number, value: Numeric): Buffer {
  return exactly(rank, value) ?? withDigits(rank, value, 'below');
}

/**
 * A number's bytes for a descending field, `undefined` where they are the ascending ones turned round. Digits here follow the smallest
 * floating number that is not below it, so that they, too, sort behind whatever may follow the number alone.
 */
export function descendingNumberKey(rank: number, value: Numeric): Buffer | undefined {
  return exactly(rank, value) === undefined ? withDigits(rank, value, 'above') : undefined;
}

/** The bytes of a number that is a floating one. */
function exactly(rank: number, value: Numeric): Buffer | undefined {
  if (typeof value === 'number') return doubleKey(rank, value);
  const plain = toDouble(value);
  const exact = toDecimal(value);
  if (exact === undefined) return doubleKey(rank, plain);
  return Number.isFinite(plain) && compareDecimals(exactDecimal(plain), exact) === 0 ? doubleKey(rank, plain) : undefined;
}

function withDigits(rank: number, value: Numeric, side: 'below' | 'above'): Buffer {
  const exact = toDecimal(value) ?? { coefficient: 0n, exponent: 0 };
  const nearest = toDouble(value);
  const isBelow = nearest !== Infinity && (nearest === -Infinity || compareDecimals(exactDecimal(nearest), exact) < 0);
  if (side === 'below') return Buffer.concat([doubleKey(rank, isBelow ? nearest : neighbour(nearest, -1)), mark, digitsKey(exact)]);
  const above = invertKey(doubleKey(rank, isBelow ? neighbour(nearest, 1) : nearest));
  return Buffer.concat([above, mark, invertKey(digitsKey(exact))]);
}

const mark = Buffer.from([255]);

/** IEEE bits with the sign turned so that bytes ascend; −0 counts as 0, NaN comes first. */
function doubleKey(rank: number, value: number): Buffer {
  const key = Buffer.allocUnsafe(9);
  key[0] = rank;
  if (Number.isNaN(value)) return key.fill(0, 1);
  key.writeDoubleBE(value === 0 ? 0 : value, 1);
  const first = key[1] ?? 0;
  if (first >= 128) for (let at = 1; at < 9; at += 1) key[at] = 255 - (key[at] ?? 0);
  else key[1] = first + 128;
  return key;
}

/** The next floating number up (1) or down (−1). */
function neighbour(value: number, direction: 1 | -1): number {
  if (value === 0) return direction * Number.MIN_VALUE;
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, value);
  bits.setBigUint64(0, bits.getBigUint64(0) + (value > 0 === direction > 0 ? 1n : -1n));
  return bits.getFloat64(0);
}

/** Moves the greatest exponent a decimal number has, up and down, into what two bytes hold. */
const exponentShift = 16_384;

/** The digits of a number that is not 0, by size: how large its first digit counts, then two digits a byte, then an end. */
function digitsKey({ coefficient, exponent }: Decimal): Buffer {
  const digits = String(coefficient < 0n ? -coefficient : coefficient);
  const significant = digits.replace(/0+$/, '');
  const pairs = (significant.length % 2 === 0 ? significant : `${significant}0`).match(/../g) ?? [];
  const key = Buffer.alloc(2 + pairs.length + 1);
  key.writeUInt16BE(exponentShift + exponent + digits.length, 0);
  for (const [at, pair] of pairs.entries()) key[2 + at] = 1 + Number(pair);
  return coefficient < 0n ? invertKey(key) : key;
}
