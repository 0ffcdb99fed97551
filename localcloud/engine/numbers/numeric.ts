import { Decimal128 } from 'bson';
import { hasBsonType } from '../valueRank';
import { addDecimals, exactDecimal, isMultiple, multiplyDecimals, readDecimal, roundedDecimal, type Decimal } from './decimal';

/**
 * A number as the engine keeps it: JavaScript's own wherever that is exact, a `bigint` for a 64-bit whole number beyond 2^53, and
 * BSON's decimal. So a whole number does not say whether it came as int, long or double.
 */
export type Numeric = number | bigint | Decimal128;

/** Greatest whole number up to which JavaScript's own are exact; `bson` gives it as one, too. */
export const plainMax = 2 ** 53;

/** Smallest and greatest 64-bit whole number. */
const [longMin, longMax] = [-(2n ** 63n), 2n ** 63n - 1n];

/** Whether a value is a number of any kind. */
export function isNumeric(value: unknown): value is Numeric {
  return typeof value === 'number' || typeof value === 'bigint' || isDecimal(value);
}

/** Whether a value is BSON's decimal number. */
export function isDecimal(value: unknown): value is Decimal128 {
  return hasBsonType(value) && value._bsontype === 'Decimal128';
}

/** Whether a number is a whole one of 64 bits. Whole floating numbers beyond 2^53 stay floating. */
export function isWhole(value: Numeric): value is number | bigint {
  return typeof value === 'bigint' || (typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= plainMax);
}

/** A whole number in the engine's own form. `undefined` beyond 64 bits. */
export function wholeNumber(value: bigint): number | bigint | undefined {
  if (value < longMin || value > longMax) return undefined;
  return value >= -plainMax && value <= plainMax ? Number(value) : value;
}

/** The number exactly; `undefined` for what is not finite. */
export function toDecimal(value: Numeric): Decimal | undefined {
  if (typeof value === 'bigint') return { coefficient: value, exponent: 0 };
  if (typeof value === 'number') return Number.isFinite(value) ? exactDecimal(value) : undefined;
  return readDecimal(value.toString());
}

/** The nearest floating number. */
export function toDouble(value: Numeric): number {
  return typeof value === 'number' ? value : Number(value.toString());
}

/** The sum as MongoDB computes it: decimal if either is, floating if either is, else whole. `undefined` beyond 64 bits. */
export function addNumbers(left: Numeric, right: Numeric): Numeric | undefined {
  return combine(left, right, { plain: (a, b) => a + b, whole: (a, b) => a + b, decimal: addDecimals });
}

/** The product, likewise. */
export function multiplyNumbers(left: Numeric, right: Numeric): Numeric | undefined {
  return combine(left, right, { plain: (a, b) => a * b, whole: (a, b) => a * b, decimal: multiplyDecimals });
}

/** Whether a number is a whole multiple of another, by their decimal digits: 0.3 is one of 0.1. */
export function isMultipleOf(value: Numeric, of: Numeric): boolean {
  const [one, other] = [digitsOf(value), digitsOf(of)];
  return one !== undefined && other !== undefined && other.coefficient !== 0n && isMultiple(one, other);
}

interface Arithmetic {
  readonly plain: (left: number, right: number) => number;
  readonly whole: (left: bigint, right: bigint) => bigint;
  readonly decimal: (left: Decimal, right: Decimal) => Decimal;
}

function combine(left: Numeric, right: Numeric, arithmetic: Arithmetic): Numeric | undefined {
  if (isDecimal(left) || isDecimal(right)) return combineDecimals(left, right, arithmetic);
  if (!isWhole(left) || !isWhole(right)) return arithmetic.plain(Number(left), Number(right));
  if (typeof left === 'number' && typeof right === 'number') {
    const plain = arithmetic.plain(left, right);
    if (Number.isSafeInteger(plain)) return plain;
  }
  return wholeNumber(arithmetic.whole(BigInt(left), BigInt(right)));
}

function combineDecimals(left: Numeric, right: Numeric, { plain, decimal }: Arithmetic): Decimal128 {
  const [one, other] = [digitsOf(left), digitsOf(right)];
  // With NaN or an infinity floating arithmetic gives what decimal arithmetic would.
  if (one === undefined || other === undefined) return Decimal128.fromString(String(plain(toDouble(left), toDouble(right))));
  const { coefficient, exponent } = decimal(one, other);
  return Decimal128.fromString(`${coefficient}E${exponent}`);
}

function digitsOf(value: Numeric): Decimal | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? roundedDecimal(value) : toDecimal(value);
}
