import type { StackLine, StackVoucher } from '@shared/voucher/stackDiscount';

/** A set of vouchers as the plain model sees it. */
export interface ModelSet {
  readonly ids: readonly string[];
  readonly discountFen: number;
  readonly giftFen: number;
  readonly left: readonly number[];
}

/** Money off over lines by largest remainder, written with fractions of big integers instead of the rule's arithmetic. */
export function modelSpread(amount: number, weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return weights.map(() => 0);
  const exact = weights.map((weight, place) => {
    const product = BigInt(amount) * BigInt(weight);
    return { place, share: Number(product / BigInt(total)), rest: Number(product % BigInt(total)) };
  });
  const missing = amount - exact.reduce((sum, { share }) => sum + share, 0);
  const lucky = [...exact].sort((a, b) => b.rest - a.rest || a.place - b.place).slice(0, missing);
  return exact.map((each) => each.share + (lucky.includes(each) ? 1 : 0));
}

/** The best of all subsets, each tried: product.md's words, one after the other. */
export function bruteForce(
  lines: readonly StackLine[],
  vouchers: readonly StackVoucher[],
  giftOf: (left: readonly number[]) => number,
): ModelSet {
  let best: { set: ModelSet; ends: string; ids: string } | null = null;
  for (let bits = 0; bits < 2 ** vouchers.length; bits += 1) {
    const chosen = vouchers.filter((_, index) => Math.floor(bits / 2 ** index) % 2 === 1);
    const set = modelSet(lines, chosen, giftOf);
    if (set === null) continue;
    const ends = chosen
      .map((voucher) => voucher.endsOn)
      .sort()
      .join(' ');
    const ids = [...set.ids].sort().join(' ');
    if (best === null || isPreferred({ set, ends, ids }, best)) best = { set, ends, ids };
  }
  if (best === null) throw new Error('Not even the empty set is legal');
  return best.set;
}

type Ranked = { readonly set: ModelSet; readonly ends: string; readonly ids: string };

function isPreferred(a: Ranked, b: Ranked): boolean {
  const value = ({ set }: Ranked): number => set.discountFen + set.giftFen;
  if (value(a) !== value(b)) return value(a) > value(b);
  if (a.set.ids.length !== b.set.ids.length) return a.set.ids.length < b.set.ids.length;
  if (a.ends !== b.ends) return a.ends < b.ends;
  return a.ids < b.ids;
}

/** Null when the vouchers may not be used together, or one of them would take nothing off. */
export function modelSet(
  lines: readonly StackLine[],
  chosen: readonly StackVoucher[],
  giftOf: (left: readonly number[]) => number,
): ModelSet | null {
  const groups = new Set(chosen.map(({ stacking }) => stacking.group));
  if (chosen.length > 1 && (groups.size < chosen.length || chosen.some(({ stacking }) => stacking.exclusive))) return null;
  const inOrder = [...chosen].sort((a, b) => a.stacking.order - b.stacking.order || (a.id < b.id ? -1 : 1));
  const left = lines.map((line) => line.reducedFen);
  let discountFen = 0;
  for (const voucher of inOrder) {
    const places = lines.map((_, place) => place).filter((place) => isFor(voucher, lines[place]));
    const leftFen = places.reduce((sum, place) => sum + (left[place] ?? 0), 0);
    const off = Math.min(modelOff(voucher, lines, places, left), leftFen);
    if (off === 0) return null;
    const shares = modelSpread(
      off,
      places.map((place) => left[place] ?? 0),
    );
    places.forEach((place, index) => (left[place] = (left[place] ?? 0) - (shares[index] ?? 0)));
    discountFen += off;
  }
  return { ids: inOrder.map(({ id }) => id), discountFen, giftFen: giftOf(left), left };
}

function isFor({ benefit, scope }: StackVoucher, line: StackLine | undefined): boolean {
  if (line === undefined) return false;
  const productId = line.productId ?? '';
  if (scope.categoryIds.length > 0 && !scope.categoryIds.includes(line.categoryId)) return false;
  if (scope.productIds.length > 0 && !scope.productIds.includes(productId)) return false;
  return benefit.kind !== 'goods' || benefit.productId === productId;
}

function modelOff({ benefit, stacking }: StackVoucher, lines: readonly StackLine[], places: number[], left: readonly number[]): number {
  const priceOf = (place: number): number => (stacking.on === 'original' ? (lines[place]?.reducedFen ?? 0) : (left[place] ?? 0));
  if (benefit.kind === 'amountOff') return benefit.offFen;
  if (benefit.kind === 'percentOff') {
    const base = places.reduce((sum, place) => sum + priceOf(place), 0);
    // Half up in whole fen: ¼ and ¾ of a fen go to the nearest, ½ goes up.
    const hundredths = base * benefit.percentOff;
    const off = hundredths % 100 >= 50 ? (hundredths - (hundredths % 100)) / 100 + 1 : (hundredths - (hundredths % 100)) / 100;
    return benefit.capFen === null ? off : Math.min(off, benefit.capFen);
  }
  if (benefit.kind === 'goods') {
    const units = places.map((place) => {
      const count = lines[place]?.units ?? 1;
      const whole = Math.trunc(priceOf(place) / count);
      return 2 * (priceOf(place) - whole * count) >= count ? whole + 1 : whole;
    });
    return Math.max(0, ...units);
  }
  return 0;
}
