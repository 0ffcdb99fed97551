import { reconcileChances } from '@shared/game/reconcileChances';
import type { ChanceEntry } from '@shared/game/types';
import type { ReconcilePage } from '@shared/ledger/contract';
import { reconcile } from '@shared/ledger/reconcile';
import type { Account, Entry } from '@shared/ledger/types';
import { accept, type Outcome } from '@shared/kernel/refusal';
import { find } from '../../adapters/database';

const accountsPerPage = 20;
const rowsPerRead = 1000;

/** Checks one page of accounts, by id: points and chances, each against its own entries up to the seq that the account showed. */
export async function reconcileAccounts(_operator: unknown, input: { cursor?: string | undefined }): Promise<Outcome<ReconcilePage>> {
  const accounts = await find(
    'accounts',
    { _id: { op: 'gt', value: input.cursor ?? '' } },
    { limit: accountsPerPage, order: [['_id', 'asc']] },
  );
  const checked = await Promise.all(
    accounts.map(async (account) => ({ account, entries: await entriesOf(account), chances: await chanceStepsOf(account) })),
  );
  return accept({
    checked: accounts.length,
    entries: checked.reduce((sum, each) => sum + each.entries.length, 0),
    differences: checked.flatMap(({ account, entries, chances }) => [
      ...reconcile(account, entries),
      ...reconcileChances(account, chances),
    ]),
    next: accounts.length === accountsPerPage ? (accounts.at(-1)?._id ?? null) : null,
  });
}

/** All entries of an account with seq up to the account's own. */
function entriesOf(account: Account): Promise<readonly Entry[]> {
  return readUpTo(account.seq, (last) =>
    find('entries', { accountId: account._id, seq: { op: 'gt', value: last } }, { limit: rowsPerRead, order: [['seq', 'asc']] }),
  );
}

/** All moves of an account's chances with seq up to the account's own: its entries, and what its draws spent. */
async function chanceStepsOf({ _id, chanceSeq }: Account): Promise<readonly Pick<ChanceEntry, 'seq' | 'lot' | 'delta'>[]> {
  const entries = await readUpTo(chanceSeq, (last) =>
    find('chanceEntries', { accountId: _id, seq: { op: 'gt', value: last } }, { limit: rowsPerRead, order: [['seq', 'asc']] }),
  );
  const spent = await readUpTo(chanceSeq, async (last) => {
    const later = { accountId: _id, chanceSeq: { op: 'gt', value: last } } as const;
    const draws = await find('draws', later, { limit: rowsPerRead, order: [['chanceSeq', 'asc']] });
    return draws.map((draw) => ({ seq: draw.chanceSeq, lot: draw.lot, delta: -1 }));
  });
  return [...entries, ...spent];
}

/** Reads numbered rows page by page up to number `end`; `readAfter` gives the rows that come after a number, in order. */
async function readUpTo<Row extends { readonly seq: number }>(
  end: number,
  readAfter: (last: number) => Promise<readonly Row[]>,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (let last = 0; last < end;) {
    const page = await readAfter(last);
    const final = page.at(-1);
    if (final === undefined) break;
    rows.push(...page.filter((row) => row.seq <= end));
    last = final.seq;
  }
  return rows;
}
