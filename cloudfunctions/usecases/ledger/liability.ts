import type { Liability } from '@shared/ledger/contract';
import type { EntryKind } from '@shared/ledger/types';
import { accept, type Outcome } from '@shared/kernel/refusal';
import { sumOf } from '../../adapters/database';

const basisPoints = 10_000;
/** Kinds by which points come into being; a release only moves them, a reversal takes them back. */
const issuing: readonly EntryKind[] = ['gift', 'accrual', 'checkin', 'prize', 'race', 'referral'];

/** What the programme owes, and what has become of points, summed over all accounts and entries. */
export async function liability(): Promise<Outcome<Liability>> {
  const deltas = ['pendingDelta', 'availableDelta', 'debtDelta'] as const;
  const [owed, given, redeemed, returned, lapsed] = await Promise.all([
    sumOf('accounts', {}, ['available', 'pending', 'debt']),
    sumOf('entries', { kind: { anyOf: issuing } }, deltas),
    sumOf('entries', { kind: 'redemption' }, deltas),
    sumOf('entries', { kind: 'return' }, deltas),
    sumOf('entries', { kind: 'expiry' }, deltas),
  ]);
  // What came back of a redemption was not redeemed; it may have paid a debt instead of becoming available.
  const gone = { redeemed: -redeemed.availableDelta - returned.availableDelta + returned.debtDelta, lapsed: -lapsed.availableDelta };
  const spentOrLapsed = gone.redeemed + gone.lapsed;
  return accept({
    accounts: owed.count,
    available: owed.available,
    pending: owed.pending,
    debt: owed.debt,
    // Points that paid a debt were given too: their entry moved debt instead of available.
    issued: given.pendingDelta + given.availableDelta - given.debtDelta,
    ...gone,
    breakageBasisPoints: spentOrLapsed === 0 ? null : Math.round((gone.lapsed * basisPoints) / spentOrLapsed),
  });
}
