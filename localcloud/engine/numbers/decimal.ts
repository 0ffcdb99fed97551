/** A decimal number exactly: `coefficient` × 10^`exponent`. */
export interface Decimal {
  readonly coefficient: bigint;
  readonly exponent: number;
}

/** Digits a result keeps. Source: IEEE 754 decimal128, as MongoDB stores it. */
const decimalDigits = 34;

/** Digits of a floating number that count when it meets a decimal one. Source: MongoDB's conversion of doubles. */
const doubleDigits = 15;

/** Reads a number as decimal text gives it (`1.10`, `-5E-3`); `undefined` when it is no finite number. */
export function readDecimal(text: string): Decimal | undefined {
  const parts = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/.exec(text.trim());
  if (parts === null) return undefined;
  const [, sign, whole = '', fraction = '', exponent = '0'] = parts;
  if (whole + fraction === '') return undefined;
  const magnitude = BigInt(whole + fraction);
  return { coefficient: sign === '-' ? -magnitude : magnitude, exponent: Number(exponent) - fraction.length };
}

/** A finite floating number exactly as its bits say: 0.1 is a little more than a tenth. */
export function exactDecimal(value: number): Decimal {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, value);
  const high = bits.getUint32(0);
  const field = (high >>> 20) & 0x7ff;
  const low = (BigInt(high & 0xfffff) << 32n) | BigInt(bits.getUint32(4));
  const magnitude = field === 0 ? low : low | (1n << 52n);
  const power = Math.max(field, 1) - 1075;
  const coefficient = value < 0 ? -magnitude : magnitude;
  return power >= 0
    ? { coefficient: coefficient << BigInt(power), exponent: 0 }
    : { coefficient: coefficient * 5n ** BigInt(-power), exponent: power };
}

/** A finite floating number by the digits that count, as MongoDB takes it into decimal arithmetic. */
export function roundedDecimal(value: number): Decimal {
  const text = Number.isInteger(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER ? String(value) : value.toPrecision(doubleDigits);
  return readDecimal(text) ?? { coefficient: 0n, exponent: 0 };
}

/** Negative when `left` is smaller, 0 when both are the same number however written. */
export function compareDecimals(left: Decimal, right: Decimal): number {
  const [one, other] = aligned(left, right);
  return one < other ? -1 : Number(one > other);
}

/** The sum, rounded to the digits a decimal number keeps. */
export function addDecimals(left: Decimal, right: Decimal): Decimal {
  const [one, other] = aligned(left, right);
  return rounded({ coefficient: one + other, exponent: Math.min(left.exponent, right.exponent) });
}

/** The product, rounded to the digits a decimal number keeps. */
export function multiplyDecimals(left: Decimal, right: Decimal): Decimal {
  return rounded({ coefficient: left.coefficient * right.coefficient, exponent: left.exponent + right.exponent });
}

/** Whether the first number is a whole multiple of the second, which is not 0. */
export function isMultiple(value: Decimal, of: Decimal): boolean {
  const [one, other] = aligned(value, of);
  return one % other === 0n;
}

function aligned(left: Decimal, right: Decimal): readonly [bigint, bigint] {
  const least = Math.min(left.exponent, right.exponent);
  const scaled = ({ coefficient, exponent }: Decimal): bigint => coefficient * 10n ** BigInt(exponent - least);
  return [scaled(left), scaled(right)];
}

/** Cut to the digits kept, halves to the even digit. */
function rounded({ coefficient, exponent }: Decimal): Decimal {
  const digits = String(coefficient < 0n ? -coefficient : coefficient).length;
  if (digits <= decimalDigits) return { coefficient, exponent };
  const unit = 10n ** BigInt(digits - decimalDigits);
  const magnitude = coefficient < 0n ? -coefficient : coefficient;
  const [cut, rest] = [magnitude / unit, (magnitude % unit) * 2n];
  const next = rest > unit || (rest === unit && cut % 2n === 1n) ? cut + 1n : cut;
  // A carry may make one digit more, which is a zero.
  return rounded({ coefficient: coefficient < 0n ? -next : next, exponent: exponent + digits - decimalDigits });
}
