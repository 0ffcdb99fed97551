import type { Day } from '../kernel/time';
import { addPart, graceLotId, isGrace, takeFromLots } from './lots';
import { applyMove, draftOf, type Draft, type Posting } from './posting';
import type { Balance, Grace, Lot, LotPart, PendingBucket } from './types';

/** Points of another account that come over. `source` names the joining; `balance` is the other's before its entries emptied it. */
export interface TakenOver {
  readonly source: string;
  readonly day: Day;
  readonly balance: Balance;
  readonly note: Draft['note'];
}

/**
 * Takes another account's points over by entries `transfer`: pending ones a release day at a time, then what is available into lots of the
 * same month and end, and debt. Debt on one side is paid at once by what is available on the other, the points that lapse first before the
 * others, so nothing comes from nothing and nothing is lost. Grace points join the open grace lot, which then ends with the later of both.
 */
export function takeOver(posting: Posting, { source, day, balance, note }: TakenOver): Posting {
  const pending = balance.buckets.reduce(
    (before, bucket) =>
      applyMove(before, {
        balance: { lots: before.balance.lots, buckets: addBucket(before.balance.buckets, bucket) },
        draft: {
          ...draftOf('transfer', `${source}:${bucket.releaseOn}`, day, note),
          pendingDelta: bucket.points,
          releaseOn: bucket.releaseOn,
        },
      }),
    posting,
  );
  if (balance.available === 0 && balance.debt === 0) return pending;
  const own = pending.balance;
  const paid = Math.min(own.debt, balance.available);
  const coming = takeFromLots(balance.lots, paid).lots;
  const settled = takeFromLots(own.lots, Math.min(own.available, balance.debt));
  const grace = joinGrace(own.grace, coming.some(({ id }) => isGrace(id)) ? balance.grace : null, own.lots, day);
  const parts = coming.map((lot) => homeOf(lot, grace));
  let { lots } = settled;
  if (grace !== null) lots = lots.map((lot) => (lot.id === graceLotId(grace) ? { ...lot, endsOn: grace.endsOn } : lot));
  for (const part of parts) lots = addPart(lots, part);
  const owed = balance.debt - (own.available - settled.lots.reduce((sum, { points }) => sum + points, 0));
  const touched = [...settled.touched, ...parts];
  return applyMove(pending, {
    balance: { lots, buckets: own.buckets, grace: grace ?? own.grace },
    draft: {
      ...draftOf('transfer', source, day, note),
      availableDelta: touched.reduce((sum, { points }) => sum + points, 0),
      debtDelta: owed - paid,
      lots: merge(touched),
    },
  });
}

function addBucket(buckets: readonly PendingBucket[], added: PendingBucket): readonly PendingBucket[] {
  const there = buckets.find(({ releaseOn }) => releaseOn === added.releaseOn);
  const others = buckets.filter(({ releaseOn }) => releaseOn !== added.releaseOn);
  return [...others, { ...added, points: added.points + (there?.points ?? 0) }].sort((a, b) => (a.releaseOn < b.releaseOn ? -1 : 1));
}

/** The grace lot of both: one's own while it is open, else the next number; null when no grace points come. */
function joinGrace(own: Grace | null, coming: Grace | null, lots: readonly Lot[], day: Day): Grace | null {
  if (coming === null) return null;
  const open = own !== null && (own.endsOn >= day || lots.some(({ id }) => id === graceLotId(own)));
  if (!open) return { ...coming, n: (own?.n ?? 0) + 1 };
  const openedOn = own.openedOn < coming.openedOn ? own.openedOn : coming.openedOn;
  return { n: own.n, openedOn, endsOn: own.endsOn > coming.endsOn ? own.endsOn : coming.endsOn };
}

function homeOf({ id, endsOn, points }: Lot, grace: Grace | null): LotPart {
  return isGrace(id) && grace !== null ? { lot: graceLotId(grace), endsOn: grace.endsOn, points } : { lot: id, endsOn, points };
}

/** One part per lot; parts that come to nothing are left out. */
function merge(parts: readonly LotPart[]): readonly LotPart[] {
  const sums = new Map<string, LotPart>();
  for (const part of parts) sums.set(part.lot, { ...part, points: part.points + (sums.get(part.lot)?.points ?? 0) });
  return [...sums.values()].filter(({ points }) => points !== 0);
}
