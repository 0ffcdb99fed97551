import { checkBalance } from '@shared/ledger/check';
import type { Account, Entry } from '@shared/ledger/types';
import { dueDay, type Settled } from '@shared/tier/settleAccount';
import type { TierChange } from '@shared/tier/types';
import type { Transaction } from '../../adapters/transact';

/**
 * The only writer of points and tiers: numbers the posting's drafts, adds them as entries in one operation (and moves of tier to their
 * history, when there are any) and writes the account once. `account` is the account as read in this transaction, with whatever else
 * the command changed on it already set. A posting that breaks a rule of the ledger is a bug and throws: nothing of the command is written.
 */
export async function post(transaction: Transaction, account: Account, settled: Settled, at: number): Promise<Account> {
  const { balance, drafts } = settled.posting;
  const entries = drafts.map((draft, index): Entry => ({
    _id: `${account._id}:${draft.kind}:${draft.source}`,
    accountId: account._id,
    seq: balance.seq + index + 1,
    at,
    ...draft,
  }));
  const changes = settled.moves.map((move, index): TierChange => {
    const n = account.tierChanges + index + 1;
    return { _id: `${account._id}:${n}`, accountId: account._id, n, at, ...move };
  });
  const next: Account = {
    ...account,
    ...balance,
    ...settled.standing,
    seq: balance.seq + entries.length,
    tierChanges: account.tierChanges + changes.length,
    nextDueOn: dueDay(settled),
  };
  const broken = [...checkBalance(next), ...sumsBroken(account, next, entries)];
  if (broken.length > 0) throw new Error(`Ledger of ${account._id}: ${broken.join('; ')}`);
  await transaction.add('entries', entries);
  await transaction.add('tierChanges', changes);
  await transaction.put('accounts', next);
  return next;
}

/** The second, independent check: what the entries say must be what the account's sums did. */
function sumsBroken(before: Account, after: Account, entries: readonly Entry[]): readonly string[] {
  const sum = (delta: (entry: Entry) => number): number => entries.reduce((total, entry) => total + delta(entry), 0);
  const rules: readonly (readonly [boolean, string])[] = [
    [after.pending - before.pending === sum((entry) => entry.pendingDelta), 'pending does not follow from its entries'],
    [after.available - before.available === sum((entry) => entry.availableDelta), 'available does not follow from its entries'],
    [after.debt - before.debt === sum((entry) => entry.debtDelta), 'debt does not follow from its entries'],
    [
      entries.every((entry) => entry.lots.reduce((total, lot) => total + lot.points, 0) === entry.availableDelta),
      'an entry moved other points than its lots say',
    ],
  ];
  return rules.filter(([holds]) => !holds).map(([, sentence]) => sentence);
}
