import type { Account, Entry } from '@shared/ledger/types';
import { belongsTo } from '@shared/member/family';
import type { Transaction } from '../../adapters/transact';

/** Whoever or whatever names somebody's account: their facts, a visit, a quote, an order, a purchase. */
interface Naming {
  readonly accountId: string;
  readonly memberId: string;
}

/*
 * One rule for every account that was named outside the transaction, since families are joined and left in between:
 *   what somebody earns or spends now  → `accountOf`: the account that they are in by now;
 *   what a purchase earned             → `accountOfPurchase`: wherever that is by now, as long as it is its buyer's; else money only;
 *   what comes back or was won         → `accountNow`: the account that paid or won, or the one that took it over.
 * Each reads inside the transaction what it rests on, one document as long as nothing has changed, and the account is written with it; so
 * nothing is posted to an account that its owner has left.
 */

/** The account that somebody earns into and spends from, found from one that was theirs a moment ago. */
export async function accountOf(transaction: Transaction, { accountId, memberId }: Naming): Promise<Account> {
  const named = await accountNow(transaction, accountId);
  if (named !== null && belongsTo(named, memberId)) return named;
  const own = accountId === memberId ? null : await accountNow(transaction, memberId);
  if (own === null) throw new Error(`Member ${memberId} has no account`);
  return own;
}

/**
 * The account that holds what a purchase earned. Null when nobody's does any more for its buyer: the account is gone, or they have left
 * the family that kept the points, and what is refunded then is money only.
 */
export async function accountOfPurchase(
  transaction: Transaction,
  { accountId, memberId, at }: Naming & { readonly at: number },
): Promise<Account | null> {
  const account = await transaction.get('accounts', accountId);
  if (account === null || (account.memberId === memberId && at < account.freshAt)) return null;
  const holds = account.movedTo === null ? account : await transaction.get('accounts', account.movedTo);
  return holds !== null && belongsTo(holds, memberId) ? holds : null;
}

/** An account, or the one that took it over while its owner is one of another's people. Null when there is none. */
export async function accountNow(transaction: Transaction, accountId: string): Promise<Account | null> {
  const account = await transaction.get('accounts', accountId);
  return account?.movedTo == null ? account : transaction.get('accounts', account.movedTo);
}

/**
 * What a member's key has spent before: on their account, or on the one that they were in until they joined this one or came back to it.
 * So a tap sent again around a joining gets its first answer and spends nothing twice.
 */
export async function earlierSpending(transaction: Transaction, account: Account, memberId: string, source: string): Promise<Entry | null> {
  for (const accountId of new Set([account._id, memberId, account.cameFrom ?? account._id])) {
    const entry = await transaction.get('entries', `${accountId}:redemption:${source}`);
    if (entry !== null) return entry;
  }
  return null;
}
