import type { LedgerDifference } from './contract';
import type { Account, Entry } from './types';

/**
 * Compares an account with its entries: those with seq ≤ the account's, which must be 1 … seq without gaps and sum to the
 * account's pending, available, debt, every lot and every bucket. Later entries are not looked at, so the check may run while people act.
 */
export function reconcile(account: Account, entries: readonly Entry[]): readonly LedgerDifference[] {
  const counted = entries.filter((entry) => entry.seq <= account.seq);
  const differ = (what: string, ofAccount: number, ofEntries: number): readonly LedgerDifference[] =>
    ofAccount === ofEntries ? [] : [{ accountId: account._id, seq: account.seq, what, account: ofAccount, entries: ofEntries }];
  const sum = (delta: (entry: Entry) => number): number => counted.reduce((total, entry) => total + delta(entry), 0);
  const gaps = new Set(counted.map((entry) => entry.seq)).size;
  return [
    ...differ('seq', account.seq, gaps),
    ...differ('entries', account.seq, counted.length),
    ...differ(
      'pending',
      account.pending,
      sum((entry) => entry.pendingDelta),
    ),
    ...differ(
      'available',
      account.available,
      sum((entry) => entry.availableDelta),
    ),
    ...differ(
      'debt',
      account.debt,
      sum((entry) => entry.debtDelta),
    ),
    ...compare('lot', lotSums(counted), new Map(account.lots.map((lot) => [lot.id, lot.points])), differ),
    ...compare('bucket', bucketSums(counted), new Map(account.buckets.map((bucket) => [bucket.releaseOn, bucket.points])), differ),
  ];
}

function compare(
  what: string,
  entries: ReadonlyMap<string, number>,
  account: ReadonlyMap<string, number>,
  differ: (what: string, ofAccount: number, ofEntries: number) => readonly LedgerDifference[],
): readonly LedgerDifference[] {
  const keys = [...new Set([...entries.keys(), ...account.keys()])].sort();
  return keys.flatMap((key) => differ(`${what} ${key}`, account.get(key) ?? 0, entries.get(key) ?? 0));
}

function lotSums(entries: readonly Entry[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { lot, points } of entries.flatMap((entry) => entry.lots)) sums.set(lot, (sums.get(lot) ?? 0) + points);
  return sums;
}

function bucketSums(entries: readonly Entry[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { releaseOn, pendingDelta } of entries) {
    if (releaseOn !== undefined) sums.set(releaseOn, (sums.get(releaseOn) ?? 0) + pendingDelta);
  }
  return sums;
}
