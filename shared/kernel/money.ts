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

/** Fen as a text with two decimals, without a currency sign: 12850 → `128.50`. */
export function yuanText(fen: number): string {
  const sign = fen < 0 ? '-' : '';
  const absolute = Math.abs(fen);
  return `${sign}${Math.floor(absolute / fenPerYuan)}.${String(absolute % fenPerYuan).padStart(2, '0')}`;
}
