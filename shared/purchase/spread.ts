/** Splits a factor so that products of two amounts stay exact in a double: 2^13 times a fen amount is far below 2^53. */
const half = 8192;

/**
 * Spreads an amount over lines by largest remainder, in proportion to `weights` (what is left of each line); equal remainders go to the
 * earlier line. `amountFen` is at most the sum of the weights, so no line gets more than its weight. All integer fen ≤ 1e8, exact.
 * Source: product.md, The till ("Discounts go to lines by largest remainder").
 */
export function spread(amountFen: number, weights: readonly number[]): readonly number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (amountFen > total) throw new Error(`${amountFen} fen cannot be spread over ${total}`);
  if (amountFen === 0) return weights.map(() => 0);
  const shares: number[] = [];
  const remainders: number[] = [];
  let missing = amountFen;
  for (const weight of weights) {
    // floor and remainder of amount × weight ÷ total; the product itself may pass 2^53.
    const high = amountFen * Math.floor(weight / half);
    const low = (high % total) * half + amountFen * (weight % half);
    const share = Math.floor(high / total) * half + Math.floor(low / total);
    shares.push(share);
    remainders.push(low % total);
    missing -= share;
  }
  for (; missing > 0; missing -= 1) {
    const place = largestPlace(remainders);
    shares[place] = (shares[place] ?? 0) + 1;
    remainders[place] = -1;
  }
  return shares;
}

/** The first place that holds the largest value. */
function largestPlace(values: readonly number[]): number {
  let place = 0;
  for (let index = 1; index < values.length; index += 1) {
    if ((values[index] ?? 0) > (values[place] ?? 0)) place = index;
  }
  return place;
}
