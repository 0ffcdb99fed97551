import type { RandomBytes } from '@shared/kernel/id';
import { systemClock } from '../../adapters/clock';
import { find } from '../../adapters/database';

/** Free units remembered per store: enough that most draws need not ask, few enough that instances seldom remember the same. */
const rememberedMax = 48;
const storesMax = 500;

interface Known {
  /** Numbers that were free when this instance last looked; each is handed out once. */
  free: number[];
  /** Every unit up to this number was seen committed as taken, at that moment. */
  gone: { readonly upTo: number; readonly at: number };
}

const known = new Map<string, Known>();

/** What to try: a unit's number, or since when there is known to be none. Null: this instance must look first. */
export type Hint = { readonly n: number } | { readonly goneAt: number } | null;

/**
 * A unit of a store to try, among its first `last`, without asking the database: from memory, or by a guess where nothing is known yet.
 * Whether it is free is decided in the transaction.
 */
export function hintUnit(store: string, last: number, random: RandomBytes): Hint {
  const here = known.get(store);
  if (here === undefined) {
    if (known.size >= storesMax) known.clear();
    known.set(store, { free: [], gone: { upTo: 0, at: 0 } });
    return last === 0 ? null : { n: 1 + Math.floor(fraction(random) * last) };
  }
  // What is taken stays taken: "gone" never has to be asked again for the same units.
  if (here.gone.upTo >= last) return { goneAt: here.gone.at };
  const place = here.free.findIndex((n) => n <= last);
  const [n] = place < 0 ? [] : here.free.splice(place, 1);
  return n === undefined ? null : { n };
}

/**
 * Looks which of a store's first `last` units nobody has taken, as far as is committed: some from a random number on, so that instances
 * spread over the stock, else the first. When there is none, all of them are committed as taken.
 */
export async function lookForUnits(store: string, last: number, random: RandomBytes): Promise<void> {
  const here: Known = known.get(store) ?? { free: [], gone: { upTo: 0, at: 0 } };
  known.set(store, here);
  const start = 1 + Math.floor(fraction(random) * last);
  const after = await freeFrom(store, start, last);
  const free = after.length > 0 || start === 1 ? after : await freeFrom(store, 1, last);
  // Later than the read, so that everything it saw as taken was taken by then.
  if (free.length === 0 && start > 0) here.gone = { upTo: last, at: systemClock() };
  here.free = shuffled(free, random);
}

async function freeFrom(store: string, start: number, last: number): Promise<number[]> {
  const isFree = { rewardId: store, state: 'inPool', n: { op: 'gte', value: start } } as const;
  const units = await find('units', isFree, { limit: rememberedMax, order: [['n', 'asc']] });
  return units.map((unit) => unit.n).filter((n) => n <= last);
}

function shuffled(numbers: readonly number[], random: RandomBytes): number[] {
  const keyed = numbers.map((n) => [fraction(random), n] as const);
  return keyed.sort(([a], [b]) => a - b).map(([, n]) => n);
}

function fraction(random: RandomBytes): number {
  const [high = 0, middle = 0, low = 0] = random(3);
  return (high * 65_536 + middle * 256 + low) / 16_777_216;
}
