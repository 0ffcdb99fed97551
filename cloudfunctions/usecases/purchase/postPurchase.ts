import type { Day } from '@shared/kernel/time';
import { accrue } from '@shared/ledger/accrue';
import type { Account, EntryNote } from '@shared/ledger/types';
import { addEarned } from '@shared/purchase/earn';
import type { Purchase } from '@shared/purchase/types';
import type { Programme } from '@shared/store/programme';
import type { Shop } from '@shared/store/types';
import { carry, type Settled } from '@shared/tier/settleAccount';
import type { Transaction } from '../../adapters/transact';
import { post } from '../ledger/post';

/** Facts for the statement's sentence about a purchase. */
export function purchaseNote({ name }: Shop, { orderNo, payableFen }: Pick<Purchase, 'orderNo' | 'payableFen'>): EntryNote {
  return { orderNo, shopZh: name.zh, shopEn: name.en, payableFen };
}

/** A purchase about to be written. `settled` is the account brought up to `today`, less what the purchase took from it. */
interface Posted {
  readonly purchase: Purchase;
  readonly shop: Shop;
  readonly account: Account;
  readonly settled: Settled;
  readonly today: Day;
  readonly programme: Programme;
}

/** Writes a purchase and posts its points as pending (at once available when it comes after its release day); the day's cap counts them. */
export async function postPurchase(
  transaction: Transaction,
  { purchase, shop, account, settled, today, programme }: Posted,
): Promise<void> {
  const { day, points } = purchase;
  const accrued = accrue(settled.posting, { source: purchase._id, day, today, points, note: purchaseNote(shop, purchase) });
  await transaction.add('purchases', [purchase]);
  const earnedDays = addEarned(account.earnedDays, day, points);
  await post(transaction, { ...account, earnedDays }, carry(settled, accrued, today, programme.tiers), purchase.at);
}
