import { addDays, addMonths, lastDayOf, type Day, type Month } from '../kernel/time';
import type { Grace, Lot, LotId, LotPart } from './types';

/** A lot lives to the end of the 12th month after its own. */
export const lotLifeMonths = 12;
/** This month and the twelve before it can be open at once, and one grace lot. */
export const lotsPerAccountMax = 14;

type Touched = readonly LotPart[];

/** The last day on which a lot's points can be used. */
export function lotEnd(month: Month): Day {
  return lastDayOf(addMonths(month, lotLifeMonths));
}

/** The day at whose 00:00 a lot lapses. */
export function lapseDay(endsOn: Day): Day {
  return addDays(endsOn, 1);
}

/** Adds points to a month's lot, opening it if need be. Lots are kept by end. */
export function addToLot(lots: readonly Lot[], month: Month, points: number): { readonly lots: readonly Lot[]; readonly touched: Touched } {
  const part = { lot: month, endsOn: lotEnd(month), points };
  return points === 0 ? { lots, touched: [] } : { lots: addPart(lots, part), touched: [part] };
}

/** Adds points to the lot that the part names, whose end becomes the part's (a grace lot's end moves). */
export function addPart(lots: readonly Lot[], { lot: id, endsOn, points }: LotPart): readonly Lot[] {
  const before = lots.find((lot) => lot.id === id)?.points ?? 0;
  return [...lots.filter((lot) => lot.id !== id), { id, endsOn, points: before + points }].sort(byEnd);
}

/** The id of a grace lot. */
export function graceLotId(grace: Grace): LotId {
  return `grace#${grace.n}`;
}

/** Whether a lot holds points that were given back after their own lot had lapsed. */
export function isGrace(id: LotId): boolean {
  return id.startsWith('grace#');
}

/**
 * Takes up to `points`, the lot that lapses first before the others; `firstLot` is emptied before any other when given.
 * Gives what could not be taken as `missing`.
 */
export function takeFromLots(
  lots: readonly Lot[],
  points: number,
  firstLot?: LotId,
): { readonly lots: readonly Lot[]; readonly touched: Touched; readonly missing: number } {
  const order = [...lots].sort((a, b) => Number(b.id === firstLot) - Number(a.id === firstLot) || byEnd(a, b));
  let missing = points;
  const left: Lot[] = [];
  const touched: Touched[number][] = [];
  for (const lot of order) {
    const taken = Math.min(lot.points, missing);
    missing -= taken;
    if (taken > 0) touched.push({ lot: lot.id, endsOn: lot.endsOn, points: -taken });
    if (lot.points > taken) left.push({ ...lot, points: lot.points - taken });
  }
  return { lots: left.sort(byEnd), touched, missing };
}

function byEnd(a: Lot, b: Lot): number {
  return a.endsOn === b.endsOn ? (a.id < b.id ? -1 : 1) : a.endsOn < b.endsOn ? -1 : 1;
}
