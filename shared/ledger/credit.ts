import { monthOf, type Day, type Month } from '../kernel/time';
import { addToLot } from './lots';
import { applyMove, draftOf, type Draft, type Posting } from './posting';
import type { Entry, Lot } from './types';

/** Points that are available at once (check-in, gift, prize): they join the lot of the day's month and pay debt first. */
export interface Credit {
  readonly kind: Draft['kind'];
  readonly source: string;
  readonly day: Day;
  readonly points: number;
  readonly note: Draft['note'];
}

/** Credits points at once. Nothing is posted for 0 points. */
export function credit(posting: Posting, given: Credit): Posting {
  if (given.points === 0) return posting;
  const arrived = arrive(posting.balance, monthOf(given.day), given.points);
  return applyMove(posting, {
    balance: { lots: arrived.lots, buckets: posting.balance.buckets },
    draft: { ...draftOf(given.kind, given.source, given.day, given.note), ...arrived.deltas },
  });
}

/** What becoming available does: debt is paid first, the rest joins the month's lot. */
export function arrive(
  balance: { readonly debt: number; readonly lots: readonly Lot[] },
  month: Month,
  points: number,
): { readonly lots: readonly Lot[]; readonly deltas: { availableDelta: number; debtDelta: number; lots: Entry['lots'] } } {
  const paid = Math.min(balance.debt, points);
  const { lots, touched } = addToLot(balance.lots, month, points - paid);
  return { lots, deltas: { availableDelta: points - paid, debtDelta: paid === 0 ? 0 : -paid, lots: touched } };
}
