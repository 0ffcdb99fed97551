/** Money is integer fen (1 yuan = 100 fen), points are integers, multipliers are integer hundredths (120 = ×1.2). */

export const fenPerYuan = 100;
export const timesOne = 100;

/**
 * Points for a sum of weighted amounts: one point per whole yuan, floored once on the sum.
 * `weightedFen` = Σ fen × multiplier in hundredths (product.md, Exact readings, Price).
 */
export function floorPoints(weightedFen: number): number {
  return Math.floor(weightedFen / (fenPerYuan * timesOne));
}

/** Fen as a text with two decimals, without a currency sign: 12850 → `128.50`. */
export function yuanText(fen: number): string {
  const sign = fen < 0 ? '-' : '';
  const absolute = Math.abs(fen);
  return `${sign}${Math.floor(absolute / fenPerYuan)}.${String(absolute % fenPerYuan).padStart(2, '0')}`;
}
