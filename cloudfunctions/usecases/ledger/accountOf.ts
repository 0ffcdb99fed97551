import type { Account } from '@shared/ledger/types';
import { belongsTo } from '@shared/member/family';
import type { Transaction } from '../../adapters/transact';

/**
 * The account that somebody earns into, found from one that was theirs a moment ago (a visit's, an order's): a family's that they joined
 * since, or their own when they have left. One read as long as nothing has changed. Null when there is none.
 */
export async function accountOf(transaction: Transaction, accountId: string, memberId: string): Promise<Account | null> {
  const account = await transaction.get('accounts', accountId);
  if (account === null) return null;
  if (account.memberId === memberId) return account.movedTo === null ? account : transaction.get('accounts', account.movedTo);
  return belongsTo(account, memberId) ? account : accountOf(transaction, memberId, memberId);
}

/**
 * The account that holds what a purchase earned. Null when nobody's does any more for its buyer: the account is gone, or they have left
 * the family that kept the points, and what is refunded then is money only.
 */
export async function accountOfPurchase(
  transaction: Transaction,
  { accountId, memberId, at }: { readonly accountId: string; readonly memberId: string; readonly at: number },
): Promise<Account | null> {
  const account = await transaction.get('accounts', accountId);
  if (account === null || (account.memberId === memberId && at < account.freshAt)) return null;
  const holds = account.movedTo === null ? account : await transaction.get('accounts', account.movedTo);
  return holds !== null && belongsTo(holds, memberId) ? holds : null;
}
