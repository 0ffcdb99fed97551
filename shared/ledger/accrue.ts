import { addDays, monthOf, type Day } from '../kernel/time';
import { returnPeriodDays } from '../purchase/earn';
import { lotEnd } from './lots';
import { applyMove, draftOf, type Draft, type Posting } from './posting';
import { release } from './settle';
import type { PendingBucket } from './types';

/** Points of a purchase. `day` is the purchase's own day, `today` the day it arrives. */
export interface Accrual {
  readonly source: string;
  readonly day: Day;
  readonly today: Day;
  readonly points: number;
  readonly note: Draft['note'];
}

/** When a purchase's points become available. */
export function releaseDay(purchaseDay: Day): Day {
  return addDays(purchaseDay, returnPeriodDays);
}

/**
 * Posts a purchase's points as pending; one that arrives on or after its release day is released at once by an entry of its own.
 * Nothing is posted for 0 points. The caller has refused purchases whose lot has lapsed.
 */
export function accrue(posting: Posting, accrual: Accrual): Posting {
  if (accrual.points === 0) return posting;
  const month = monthOf(accrual.day);
  if (lotEnd(month) < accrual.today) throw new Error(`The lot ${month} has lapsed`);
  const releaseOn = releaseDay(accrual.day);
  const buckets = addToBucket(posting.balance.buckets, { releaseOn, month, points: accrual.points });
  const accrued = applyMove(posting, {
    balance: { lots: posting.balance.lots, buckets },
    draft: {
      ...draftOf('accrual', accrual.source, accrual.today, accrual.note),
      pendingDelta: accrual.points,
      releaseOn,
    },
  });
  return releaseOn <= accrual.today
    ? release(accrued, { releaseOn, month, points: accrual.points }, accrual.source, accrual.points)
    : accrued;
}

function addToBucket(buckets: readonly PendingBucket[], added: PendingBucket): readonly PendingBucket[] {
  const before = buckets.find((bucket) => bucket.releaseOn === added.releaseOn)?.points ?? 0;
  const others = buckets.filter((bucket) => bucket.releaseOn !== added.releaseOn);
  return [...others, { ...added, points: before + added.points }].sort((a, b) => (a.releaseOn < b.releaseOn ? -1 : 1));
}
