import type { ReconcilePage } from '@shared/ledger/contract';
import { reconcile } from '@shared/ledger/reconcile';
import type { Account, Entry } from '@shared/ledger/types';
import { accept, type Outcome } from '@shared/kernel/refusal';
import { find } from '../../adapters/database';

const accountsPerPage = 20;
const entriesPerRead = 1000;

/** Checks one page of accounts, by id, each against its own entries up to the seq it showed. */
export async function reconcileAccounts(_operator: unknown, input: { cursor?: string | undefined }): Promise<Outcome<ReconcilePage>> {
  const accounts = await find(
    'accounts',
    { _id: { op: 'gt', value: input.cursor ?? '' } },
    { limit: accountsPerPage, order: [['_id', 'asc']] },
  );
  const checked = await Promise.all(accounts.map(async (account) => ({ account, entries: await entriesOf(account) })));
  return accept({
    checked: accounts.length,
    entries: checked.reduce((sum, each) => sum + each.entries.length, 0),
    differences: checked.flatMap(({ account, entries }) => reconcile(account, entries)),
    next: accounts.length === accountsPerPage ? (accounts.at(-1)?._id ?? null) : null,
  });
}

/** All entries of an account with seq up to the account's own, read page by page. */
async function entriesOf(account: Account): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (let last = 0; last < account.seq;) {
    const page = await find(
      'entries',
      { accountId: account._id, seq: { op: 'gt', value: last } },
      { limit: entriesPerRead, order: [['seq', 'asc']] },
    );
    const final = page.at(-1);
    if (final === undefined) break;
    entries.push(...page.filter((entry) => entry.seq <= account.seq));
    last = final.seq;
  }
  return entries;
}
