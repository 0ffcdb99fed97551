/** Money is integer fen (1 yuan = 100 fen), points are integers, multipliers are integer hundredths (120 = ×1.2). */

export const fenPerYuan = 100;
export const timesOne = 100;

/**
 * Points for a sum of weighted amounts: one point per whole yuan, floored once on the sum.
 * `weightedFen` = Σ fen × line's multiplier × tier's multiplier, both in hundredths (product.md, Exact readings, Price).
 */
export function floorPoints(weightedFen: number): number {
  return Math.floor(weightedFen / (fenPerYuan * timesOne * timesOne));
}

/** A percentage of an amount, rounded half up to the fen. `percent` is an integer: a price (98) or what comes off (20). */
export function percentOfFen(fen: number, percent: number): number {
  return Math.floor((fen * percent + 50) / 100);
}

/** `floorShare` works in steps of this many, so that no product leaves the exact integers. */
const shareStep = 4096;
const shareWholeMax = 1e12;

/**
 * floor(total × part ÷ whole), exact for all money and points there are: total up to 2^40, 0 ≤ part ≤ whole ≤ 10^12. Digit by digit,
 * since the product itself can pass 2^53. A whole of 0 gives 0.
 */
export function floorShare(total: number, part: number, whole: number): number {
  if (whole === 0) return 0;
  if (part < 0 || part > whole || whole > shareWholeMax) throw new Error(`No share: ${part} of ${whole}`);
  const digits: number[] = [];
  for (let rest = total; rest > 0; rest = Math.floor(rest / shareStep)) digits.unshift(rest % shareStep);
  let [quotient, remainder] = [0, 0];
  for (const digit of digits) {
    const value = remainder * shareStep + digit * part;
    quotient = quotient * shareStep + Math.floor(value / whole);
    remainder = value % whole;
  }
  return quotient;
}

/** Fen as a text with two decimals, without a currency sign: 12850 → `128.50`. */
export function yuanText(fen: number): string {
  const sign = fen < 0 ? '-' : '';
  const absolute = Math.abs(fen);
  return `${sign}${Math.floor(absolute / fenPerYuan)}.${String(absolute % fenPerYuan).padStart(2, '0')}`;
}
