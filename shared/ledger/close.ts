import type { Day } from '../kernel/time';
import { applyMove, draftOf, type Draft, type Posting } from './posting';

/** The end of an account. `source` names the leaving. */
export interface Closing {
  readonly source: string;
  readonly day: Day;
  readonly note: Draft['note'];
  /** `transfer` when another account takes everything over. */
  readonly kind?: 'closing' | 'transfer';
}

/** Closes an account's points: pending ones go, a release day at a time, then what is available, and debt is written off. */
export function close(posting: Posting, { source, day, note, kind = 'closing' }: Closing): Posting {
  const emptied = posting.balance.buckets.reduce(
    (before, { releaseOn, points }) =>
      applyMove(before, {
        balance: { lots: before.balance.lots, buckets: before.balance.buckets.filter((bucket) => bucket.releaseOn !== releaseOn) },
        draft: { ...draftOf(kind, `${source}:${releaseOn}`, day, note), pendingDelta: -points, releaseOn },
      }),
    posting,
  );
  const { available, debt, lots } = emptied.balance;
  if (available === 0 && debt === 0) return emptied;
  const draft = { ...draftOf(kind, source, day, note), availableDelta: -available, debtDelta: debt === 0 ? 0 : -debt };
  const touched = lots.map(({ id, endsOn, points }) => ({ lot: id, endsOn, points: -points }));
  return applyMove(emptied, { balance: { lots: [], buckets: [] }, draft: { ...draft, lots: touched } });
}
