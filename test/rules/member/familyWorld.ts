import type { Posting } from '@shared/ledger/posting';
import { checkBalance } from '@shared/ledger/check';
import { openAccount } from '@shared/ledger/openAccount';
import type { Account, LotPart } from '@shared/ledger/types';
import { belongsTo, familyOf } from '@shared/member/family';
import { joinAccounts, partAccounts } from '@shared/member/joinAccounts';
import { defaultProgramme } from '@shared/store/programme';
import { carry, settleAccount, type Settled } from '@shared/tier/settleAccount';

const { tiers } = defaultProgramme;
export const firstDay = '2026-01-01';
export const cardNumber = '9210038122047712';
export const people = ['ann', 'bea', 'cid', 'dan'] as const;

/** A few people whose accounts join and part, with what is counted beside the rules. */
export interface World {
  today: string;
  readonly accounts: Map<string, Account>;
  /** What was earned and given, less what was used, taken back and lapsed. */
  sum: number;
  n: number;
  readonly spendings: { readonly account: string; readonly lots: readonly LotPart[]; readonly points: number }[];
  readonly purchases: { readonly account: string; readonly day: string; readonly points: number }[];
}

export function openWorld(): World {
  const accounts = new Map(people.map((id): [string, Account] => [id, openAccount(id, 0, firstDay)]));
  return { today: firstDay, accounts, sum: 0, n: 0, spendings: [], purchases: [] };
}

export function worth({ available, pending, debt }: Pick<Account, 'available' | 'pending' | 'debt'>): number {
  return available + pending - debt;
}

export function total({ accounts }: World): number {
  return [...accounts.values()].reduce((sum, account) => sum + worth(account), 0);
}

export function accountIn({ accounts }: World, id: string): Account {
  const account = accounts.get(id);
  if (account === undefined) throw new Error(`There is nobody called ${id}`);
  return account;
}

/** The account that somebody earns into. */
export function homeOf(world: World, id: string): string {
  return accountIn(world, id).movedTo ?? id;
}

/** Settles an account, counting what lapses. */
function settleIn(world: World, id: string): Settled {
  const account = accountIn(world, id);
  const settled = settleAccount(account, world.today, tiers);
  world.sum += worth(settled.posting.balance) - worth(account);
  return settled;
}

function keep(world: World, account: Account, { posting, standing }: Settled): void {
  const { balance, drafts } = posting;
  const next = { ...account, ...balance, ...standing, seq: balance.seq + drafts.length };
  expect(checkBalance(next)).toEqual([]);
  world.accounts.set(next._id, next);
}

/** Lets a rule move an account's points. */
export function move(world: World, id: string, rule: (posting: Posting) => Posting): void {
  const settled = settleIn(world, id);
  const after = carry(settled, rule(settled.posting), world.today, tiers);
  world.sum += worth(after.posting.balance) - worth(settled.posting.balance);
  keep(world, accountIn(world, id), after);
}

/** Joins, where the rules allow it; what both held is what the family holds, by entries that come to nothing. */
export function join(world: World, who: string, holder: string): void {
  const [own, family] = [accountIn(world, who), accountIn(world, holder)];
  if (who === holder || own.movedTo !== null || family.movedTo !== null || familyOf(own).members.length > 0) return;
  const [mine, theirs] = [settleIn(world, who), settleIn(world, holder)];
  const joining = { source: `join${(world.n += 1)}`, today: world.today, at: world.n, cardNumber, tiers };
  const joined = joinAccounts({ account: own, settled: mine }, { account: family, settled: theirs }, joining);
  keep(world, joined.own.account, joined.own.settled);
  keep(world, joined.family.account, joined.family.settled);
  expect(worth(accountIn(world, who))).toBe(0);
  expect(worth(accountIn(world, holder))).toBe(worth(mine.posting.balance) + worth(theirs.posting.balance));
  expect(accountIn(world, holder).lifetimePoints).toBe(mine.standing.lifetimePoints + theirs.standing.lifetimePoints);
  const moved = [...joined.own.settled.posting.drafts, ...joined.family.settled.posting.drafts].filter(({ kind }) => kind === 'transfer');
  expect(moved.reduce((sum, draft) => sum + draft.availableDelta + draft.pendingDelta - draft.debtDelta, 0)).toBe(0);
}

/** Leaves, if they share somebody's account: no point moves. */
export function leave(world: World, who: string): void {
  const { movedTo } = accountIn(world, who);
  if (movedTo === null) return;
  const parted = partAccounts(accountIn(world, who), accountIn(world, movedTo), (world.n += 1));
  world.accounts.set(who, parted.own);
  world.accounts.set(movedTo, parted.family);
  expect(belongsTo(parted.family, who)).toBe(false);
}
