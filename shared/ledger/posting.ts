import type { Day } from '../kernel/time';
import { lapseDay } from './lots';
import type { Balance, Entry } from './types';

/** An entry before it is numbered and written. */
export type Draft = Omit<Entry, '_id' | 'accountId' | 'seq' | 'at'>;

/** A balance together with the entries that led to it from what the database holds. Rules take one and give the next. */
export interface Posting {
  readonly balance: Balance;
  readonly drafts: readonly Draft[];
}

/** Begins a posting from what the database holds. Its next due day is the ledger's own: an account's also knows of tier reviews. */
export function open(balance: Balance): Posting {
  const { seq, available, pending, debt, lots, buckets, grace } = balance;
  return { balance: { seq, available, pending, debt, lots, buckets, grace, nextDueOn: nextDue(lots, buckets) }, drafts: [] };
}

/** What one rule does to a balance: the new lots and buckets, and the entry that says so. */
interface Move {
  readonly balance: Pick<Balance, 'lots' | 'buckets'> & Partial<Pick<Balance, 'grace'>>;
  readonly draft: Draft;
}

/** Applies a move: sums follow from the entry's deltas, the next due day from what is left. */
export function applyMove(posting: Posting, move: Move): Posting {
  const { balance, drafts } = posting;
  const { lots, buckets } = move.balance;
  return {
    balance: {
      seq: balance.seq,
      pending: balance.pending + move.draft.pendingDelta,
      available: balance.available + move.draft.availableDelta,
      debt: balance.debt + move.draft.debtDelta,
      lots,
      buckets,
      grace: move.balance.grace ?? balance.grace,
      nextDueOn: nextDue(lots, buckets),
    },
    drafts: [...drafts, move.draft],
  };
}

/** A draft with everything zero: a rule fills in what it moves. */
export function draftOf(kind: Draft['kind'], source: string, day: Day, note: Draft['note']): Draft {
  return { kind, source, day, pendingDelta: 0, availableDelta: 0, debtDelta: 0, lots: [], note };
}

function nextDue(lots: Balance['lots'], buckets: Balance['buckets']): Day | null {
  const days = [...buckets.map((bucket) => bucket.releaseOn), ...lots.map((lot) => lapseDay(lot.endsOn))];
  return days.reduce<Day | null>((first, day) => (first === null || day < first ? day : first), null);
}
