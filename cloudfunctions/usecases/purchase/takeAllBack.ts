import { withdrawChances } from '@shared/game/chances';
import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { dayOf, type Day } from '@shared/kernel/time';
import { reverse } from '@shared/ledger/reverse';
import { giveRoomBack } from '@shared/purchase/earn';
import type { Purchase, PurchaseUndo } from '@shared/purchase/types';
import type { Programme } from '@shared/store/programme';
import { carry, settleAccount } from '@shared/tier/settleAccount';
import type { Transaction } from '../../adapters/transact';
import { post } from '../ledger/post';
import { accountOfPurchase } from '../ledger/accountOf';
import { takeBackReward } from '../referral/takeBackReward';
import type { TillCaller } from '../store/admitStaff';
import { bringVouchersBack, returnCash } from './refund';
import { takeVoucherAway } from '../voucher/booking/endBooking';

/**
 * Takes a whole purchase back, in the caller's transaction: points paid as cash and vouchers return, earned points go and the day's cap
 * gets its room, the spend-and-gift voucher is revoked, and the order number is free again. Refused when that voucher is used already.
 */
export async function takeAllBack(
  transaction: Transaction,
  purchase: Purchase,
  by: { readonly who: TillCaller; readonly how: PurchaseUndo['how']; readonly key: string },
  programme: Programme,
): Promise<Outcome<Purchase, 'undo.giftUsed'>> {
  const { who, how, key } = by;
  const today = dayOf(who.now, programme.offsetMinutes);
  if (!(await revokeGift(transaction, purchase, who, how))) return refuse('undo.giftUsed');
  await movePoints(transaction, purchase, by, programme, today);
  await bringVouchersBack(transaction, purchase, who, today);
  const undone: Purchase = { ...purchase, undo: { how, key, at: who.now, staffId: who.staff.staffId, device: who.device } };
  await transaction.put('purchases', undone);
  await takeBackReward(transaction, undone, programme, who.now);
  return accept(undone);
}

async function movePoints(
  transaction: Transaction,
  purchase: Purchase,
  { who, how }: { readonly who: TillCaller; readonly how: PurchaseUndo['how'] },
  { offsetMinutes, tiers }: Programme,
  today: Day,
): Promise<void> {
  const account = await accountOfPurchase(transaction, purchase);
  if (account === null) return;
  const settled = settleAccount(account, today, tiers);
  const source = `${purchase._id}:${how}`;
  const note = { orderNo: purchase.orderNo, why: how, shopZh: who.shop.name.zh, shopEn: who.shop.name.en };
  const returned = await returnCash(transaction, settled.posting, purchase, { source, today, points: purchase.pointsPaid, note });
  const arrivedOn = dayOf(purchase.at, offsetMinutes);
  const reversed = reverse(returned, { source, day: purchase.day, arrivedOn, today, points: purchase.points, note });
  const withdrawn = withdrawChances(account, { source: 'purchase', sourceId: purchase._id }, { today, at: who.now });
  await transaction.add('chanceEntries', withdrawn.entries);
  const earnedDays = giveRoomBack(account, purchase, purchase.points);
  await post(transaction, { ...withdrawn.account, earnedDays }, carry(settled, reversed, today, tiers), who.now);
}

/** Revokes the voucher that the purchase was rewarded with; false when it is used already. */
async function revokeGift(transaction: Transaction, { gift }: Purchase, who: TillCaller, how: PurchaseUndo['how']): Promise<boolean> {
  if (gift?.voucherId == null) return true;
  const voucher = await transaction.get('vouchers', gift.voucherId);
  if (voucher?.state === 'redeemed') return false;
  if (voucher?.state === 'issued' || voucher?.state === 'gifting') {
    await takeVoucherAway(transaction, voucher, { at: who.now, staffId: who.staff.staffId, reason: how });
  }
  return true;
}
