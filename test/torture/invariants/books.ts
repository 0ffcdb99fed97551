import type { Entry } from '@shared/ledger/types';
import { grouped, spoilFirst, total, type Invariant } from './invariant';

type Sums = ReadonlyMap<string, number>;

/** balance = entries = lots − debt, for every account: entries are numbered without gaps, and every sum is what they add up to. */
export const books: Invariant = {
  name: 'balance = entries = lots − debt',
  check({ accounts, entries }) {
    const byAccount = grouped(entries, (entry) => entry.accountId);
    const wrong = accounts.flatMap((account) => {
      const own = [...(byAccount.get(account._id) ?? [])].sort((a, b) => a.seq - b.seq);
      const numbered = own.every((entry, index) => entry.seq === index + 1) && own.length === account.seq;
      const differ = (what: string, has: number, adds: number): string[] =>
        has === adds ? [] : [`account ${account._id}: ${what} is ${has}, its entries add up to ${adds}`];
      const rest = account.lots.reduce((sum, lot) => sum + lot.points, 0);
      return [
        ...(numbered ? [] : [`account ${account._id}: ${own.length} entries numbered up to ${own.at(-1)?.seq ?? 0}, seq ${account.seq}`]),
        ...differ(
          'pending',
          account.pending,
          total(own, (entry) => entry.pendingDelta),
        ),
        ...differ(
          'available',
          account.available,
          total(own, (entry) => entry.availableDelta),
        ),
        ...differ(
          'debt',
          account.debt,
          total(own, (entry) => entry.debtDelta),
        ),
        ...differ('the sum of its lots', rest, account.available),
        ...compare(`account ${account._id}: lot`, new Map(account.lots.map((lot) => [lot.id, lot.points])), lotsOf(own)),
        ...compare(
          `account ${account._id}: pending until`,
          new Map(account.buckets.map((bucket) => [bucket.releaseOn, bucket.points])),
          pendingOf(own),
        ),
      ];
    });
    const strangers = [...byAccount.keys()].filter((id) => !accounts.some((account) => account._id === id));
    return { looked: accounts.length + entries.length, wrong: [...wrong, ...strangers.map((id) => `entries of no account: ${id}`)] };
  },
  spoil: ({ entries }) =>
    spoilFirst(
      entries,
      (entry) => entry.availableDelta > 0,
      (entry) => ({ availableDelta: entry.availableDelta + 1 }),
    ),
};

function lotsOf(entries: readonly Entry[]): Sums {
  return sums(entries.flatMap((entry) => entry.lots.map((part) => [part.lot, part.points] as const)));
}

function pendingOf(entries: readonly Entry[]): Sums {
  return sums(entries.flatMap((entry) => (entry.releaseOn === undefined ? [] : [[entry.releaseOn, entry.pendingDelta] as const])));
}

function sums(parts: readonly (readonly [string, number])[]): Sums {
  const all = new Map<string, number>();
  for (const [key, value] of parts) all.set(key, (all.get(key) ?? 0) + value);
  return all;
}

function compare(what: string, has: Sums, adds: Sums): string[] {
  return [...new Set([...has.keys(), ...adds.keys()])]
    .filter((key) => (has.get(key) ?? 0) !== (adds.get(key) ?? 0))
    .map((key) => `${what} ${key} holds ${has.get(key) ?? 0}, its entries add up to ${adds.get(key) ?? 0}`);
}
