import { compareIds } from './compareIds';
import { discountOf, eligibleLines, takeOff, type Candidate, type StackLine, type StackVoucher } from './stackDiscount';
import { searchBest, type GiftWorth } from './searchBest';

/** Among how many usable vouchers the best set is found exactly. */
export const stackExactMax = 12;

/** One voucher of a set, with what it takes off in all and what then is left of each line. */
export interface StackUse {
  readonly voucher: Candidate;
  readonly discountFen: number;
}

/** Vouchers used together, in the order in which they are applied. */
export interface StackSet {
  readonly uses: readonly StackUse[];
  readonly discountFen: number;
  /** What is left of each line, in fen: never below zero. */
  readonly left: readonly number[];
  /** Listed value of the 满赠 reward that is reached with it, in fen. */
  readonly giftFen: number;
}

/** The best set, and the usable vouchers that were not even tried because there were too many. */
export interface Best {
  readonly set: StackSet;
  readonly untried: readonly Candidate[];
}

/** Vouchers at a basket, in the order in which they are applied: by order, then id. The order of input does not matter. */
export function candidatesOf(lines: readonly StackLine[], vouchers: readonly StackVoucher[]): readonly Candidate[] {
  return vouchers.map((voucher) => ({ ...voucher, eligible: eligibleLines(lines, voucher) })).sort(byOrder);
}

/** No voucher at all. */
export function emptySet(lines: readonly StackLine[], worth: GiftWorth): StackSet {
  const left = lines.map((line) => line.reducedFen);
  return { uses: [], discountFen: 0, left, giftFen: worth.of(left) };
}

/**
 * The best legal set: the greatest discount + listed value of the 满赠 reward, then the fewest vouchers, then those that lapse first,
 * then by id. Legal: an exclusive voucher alone, otherwise at most one of a group; applied by order, then id; one that would give 0 is
 * not used. Every legal set of up to 12 vouchers is looked at, but for branches that cannot reach the best found. Of more than 12 those 12
 * are tried that would take most off by themselves, then those that lapse first, then by id; `untried` are the rest.
 */
export function bestSet(lines: readonly StackLine[], candidates: readonly Candidate[], worth: GiftWorth): Best {
  const whole = lines.map((line) => line.reducedFen);
  const alone = new Map(candidates.map((each) => [each.id, discountOf(lines, each, whole)]));
  const worthOf = (each: Candidate): number => alone.get(each.id) ?? 0;
  const ranked = candidates
    .filter((each) => worthOf(each) > 0)
    .sort((a, b) => worthOf(b) - worthOf(a) || compareIds(a.endsOn, b.endsOn) || compareIds(a.id, b.id));
  const tried = ranked.slice(0, stackExactMax).sort(byOrder);
  const set = chosenSet(lines, searchBest(lines, tried, worth), worth);
  if (set === null) throw new Error('The best set of vouchers is not a legal one');
  return { set, untried: ranked.slice(stackExactMax) };
}

/** Whether a voucher may join a set: exclusive ones stand alone, and of a group there is at most one. */
export function fits({ uses }: StackSet, next: Candidate): boolean {
  if (uses.length === 0) return true;
  return (
    !next.stacking.exclusive && uses.every(({ voucher: { stacking } }) => !stacking.exclusive && stacking.group !== next.stacking.group)
  );
}

/** The set with one more voucher, applied after the others; null when it would take nothing off. */
export function addTo(lines: readonly StackLine[], set: StackSet, next: Candidate, worth: GiftWorth): StackSet | null {
  const discountFen = discountOf(lines, next, set.left);
  if (discountFen === 0) return null;
  const left = takeOff(set.left, next, discountFen);
  const uses = [...set.uses, { voucher: next, discountFen }];
  return { uses, discountFen: set.discountFen + discountFen, left, giftFen: worth.of(left) };
}

/**
 * The set of vouchers that somebody chose, applied by order, then id; one that would give 0 is left out. Null when they may not be used
 * together.
 */
export function chosenSet(lines: readonly StackLine[], chosen: readonly Candidate[], worth: GiftWorth): StackSet | null {
  let set = emptySet(lines, worth);
  for (const next of [...chosen].sort(byOrder)) {
    if (!fits(set, next)) return null;
    set = addTo(lines, set, next, worth) ?? set;
  }
  return set;
}

function byOrder(a: Candidate, b: Candidate): number {
  return a.stacking.order - b.stacking.order || compareIds(a.id, b.id);
}
