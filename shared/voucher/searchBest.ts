import { compareIds } from './compareIds';
import { discountOf, takeOff, type Candidate, type StackLine } from './stackDiscount';

/**
 * What the 满赠 reward is worth when so much is left of each line. `atMost` is a bound on what can still come: taking off up to `moreFen`
 * more, and the reward that what is left then deserves, together.
 */
export interface GiftWorth {
  readonly of: (left: readonly number[]) => number;
  readonly atMost: (left: readonly number[], moreFen: number) => number;
}

/** What each voucher takes off at one depth, the most that those from its place on can, and the largest of each group. */
interface Room {
  readonly offs: Float64Array;
  readonly ahead: Float64Array;
  readonly largest: Float64Array;
}

/** A search under way: the branch looked at now, and the best set found so far. */
interface Search {
  readonly lines: readonly StackLine[];
  readonly tried: readonly Candidate[];
  /** The number of each voucher's group. */
  readonly groups: readonly number[];
  readonly worth: GiftWorth;
  readonly chosen: Candidate[];
  /** Room for each depth's figures, so that thousands of branches need no arrays of their own. */
  readonly rooms: readonly Room[];
  best: { readonly totalFen: number; readonly chosen: readonly Candidate[] };
}

/**
 * The best legal set among `tried` (in the order in which they are applied), by branch and bound: every legal set is looked at, but for
 * branches that cannot reach the best one found. Their bound: a voucher never takes off more later than it would now, since what is left
 * of each line only shrinks; of each group at most the largest counts; together they cannot take off more than is left, nor more than a
 * step of the reward allows if it is to be reached. A branch that can only equal the best with more vouchers is left too.
 */
export function searchBest(lines: readonly StackLine[], tried: readonly Candidate[], worth: GiftWorth): readonly Candidate[] {
  const names = tried.map((each) => each.stacking.group);
  const groups = names.map((name) => names.indexOf(name));
  const room = (): Float64Array => new Float64Array(tried.length);
  const rooms = Array.from({ length: tried.length + 1 }, () => ({ offs: room(), ahead: room(), largest: room() }));
  const search: Search = { lines, tried, groups, worth, chosen: [], rooms, best: { totalFen: -1, chosen: [] } };
  const whole = lines.map((line) => line.reducedFen);
  for (const keepsGift of [false, true]) tryGreedily(search, whole, keepsGift);
  explore(search, whole, 0, 0);
  return search.best.chosen;
}

/** A good set to begin with, so that most branches fall at once: of each group the largest, and with `keepsGift` none that costs more. */
function tryGreedily(search: Search, whole: readonly number[], keepsGift: boolean): void {
  const { lines, tried, groups, worth, chosen } = search;
  const alone = tried.map((each) => discountOf(lines, each, whole));
  let [left, discountFen] = [whole, 0];
  for (const [index, next] of tried.entries()) {
    const own = alone[index] ?? 0;
    const second = alone.some((fen, other) => groups[other] === groups[index] && (fen > own || (fen === own && other < index)));
    const off = second || next.stacking.exclusive ? 0 : discountOf(lines, next, left);
    if (off === 0) continue;
    const after = takeOff(left, next, off);
    if (keepsGift && off + worth.of(after) < worth.of(left)) continue;
    [left, discountFen] = [after, discountFen + off];
    chosen.push(next);
  }
  consider(search, left, discountFen);
  chosen.length = 0;
}

function explore(search: Search, left: readonly number[], from: number, discountFen: number): void {
  const { tried, worth, chosen } = search;
  consider(search, left, discountFen);
  if (chosen[0]?.stacking.exclusive === true) return;
  const { offs, ahead } = lookAhead(search, left, from);
  for (let index = from; index < tried.length; index += 1) {
    const moreFen = ahead[index] ?? 0;
    if (moreFen === 0) return;
    const atMost = discountFen + worth.atMost(left, moreFen) - search.best.totalFen;
    // With another voucher, more of them than the best has: equal is not enough then.
    if (atMost < 0 || (atMost === 0 && chosen.length >= search.best.chosen.length)) return;
    const [next, off = 0] = [tried[index], offs[index]];
    if (next === undefined || off === 0) continue;
    chosen.push(next);
    explore(search, takeOff(left, next, off), index + 1, discountFen + off);
    chosen.pop();
  }
}

/** What each voucher from a place on takes off now, and what those from each place on can take off together at the very most. */
function lookAhead({ lines, tried, groups, chosen, rooms }: Search, left: readonly number[], from: number): Room {
  const room = rooms[chosen.length];
  if (room === undefined) throw new Error('More vouchers were chosen than there are');
  const { offs, ahead, largest } = room;
  let leftFen = 0;
  for (const fen of left) leftFen += fen;
  largest.fill(0);
  let sum = 0;
  for (let index = tried.length - 1; index >= from; index -= 1) {
    const [each, group = 0] = [tried[index], groups[index]];
    const off = each !== undefined && mayJoin(chosen, each) ? discountOf(lines, each, left) : 0;
    offs[index] = off;
    const more = off - (largest[group] ?? 0);
    if (more > 0) {
      largest[group] = off;
      sum += more;
    }
    ahead[index] = Math.min(sum, leftFen);
  }
  return room;
}

/** Exclusive vouchers stand alone, and of a group there is at most one. */
function mayJoin(chosen: readonly Candidate[], next: Candidate): boolean {
  for (const { stacking } of chosen) {
    if (stacking.exclusive || next.stacking.exclusive || stacking.group === next.stacking.group) return false;
  }
  return true;
}

/** Takes the branch's set as the best if it is: by total, then fewest vouchers, then those that lapse first, then by id. */
function consider(search: Search, left: readonly number[], discountFen: number): void {
  const { worth, chosen, best } = search;
  const totalFen = discountFen + worth.of(left);
  const more = totalFen - best.totalFen;
  if (more > 0 || (more === 0 && isPreferred(chosen, best.chosen))) search.best = { totalFen, chosen: [...chosen] };
}

/** Between sets of equal total; no two different sets are equal in it, so the best does not depend on the order of input. */
function isPreferred(one: readonly Candidate[], other: readonly Candidate[]): boolean {
  if (one.length !== other.length) return one.length < other.length;
  const byEnd = compareIds(joined(one, 'endsOn'), joined(other, 'endsOn'));
  return (byEnd === 0 ? compareIds(joined(one, 'id'), joined(other, 'id')) : byEnd) < 0;
}

function joined(set: readonly Candidate[], field: 'endsOn' | 'id'): string {
  return set
    .map((each) => each[field])
    .sort()
    .join('\n');
}
