/** Products of two amounts below this are exact in a double. */
const exactBelow = 2 ** 53;
/** Splits a factor so that larger products stay exact: 2^13 times a fen amount is far below 2^53. */
const half = 8192;

/**
 * Spreads an amount over lines by largest remainder, in proportion to `weights` (what is left of each line); equal remainders go to the
 * earlier line. `amountFen` is at most the sum of the weights, so no line gets more than its weight. All integer fen ≤ 1e8, exact.
 * Source: product.md, The till ("Discounts go to lines by largest remainder").
 */
export function spread(amountFen: number, weights: readonly number[]): readonly number[] {
  const left = takeSpread(
    amountFen,
    weights,
    weights.map((_, place) => place),
  );
  return weights.map((weight, place) => weight - (left[place] ?? 0));
}

/** What is left of each line once an amount has been spread over those at `places`, in proportion to what was left of them. */
export function takeSpread(amountFen: number, left: readonly number[], places: readonly number[]): number[] {
  const next = left.slice();
  let total = 0;
  for (const place of places) total += left[place] ?? 0;
  if (amountFen > total) throw new Error(`${amountFen} fen cannot be spread over ${total}`);
  if (amountFen === 0) return next;
  const remainders: number[] = [];
  let missing = amountFen;
  for (const place of places) {
    const weight = left[place] ?? 0;
    const share = shareOf(amountFen, weight, total);
    remainders.push(remainderOf(amountFen, weight, total, share));
    next[place] = weight - share;
    missing -= share;
  }
  for (; missing > 0; missing -= 1) {
    const index = largestPlace(remainders);
    const place = places[index] ?? 0;
    next[place] = (next[place] ?? 0) - 1;
    remainders[index] = -1;
  }
  return next;
}

/** floor(amount × weight ÷ total), exact. */
function shareOf(amountFen: number, weight: number, total: number): number {
  const product = amountFen * weight;
  if (product < exactBelow) {
    const share = Math.floor(product / total);
    // A quotient just below a whole number may have been rounded up to it.
    return share * total > product ? share - 1 : share;
  }
  const high = amountFen * Math.floor(weight / half);
  const low = (high % total) * half + amountFen * (weight % half);
  return Math.floor(high / total) * half + Math.floor(low / total);
}

/** amount × weight modulo total, exact; `share` is the whole part of the quotient. */
function remainderOf(amountFen: number, weight: number, total: number, share: number): number {
  const product = amountFen * weight;
  if (product < exactBelow) return product - share * total;
  return (((amountFen * Math.floor(weight / half)) % total) * half + amountFen * (weight % half)) % total;
}

/** The first place that holds the largest value. */
function largestPlace(values: readonly number[]): number {
  let place = 0;
  for (let index = 1; index < values.length; index += 1) {
    if ((values[index] ?? 0) > (values[place] ?? 0)) place = index;
  }
  return place;
}
