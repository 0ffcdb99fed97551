import { accept, type Outcome } from '@shared/kernel/refusal';
import { dayOf } from '@shared/kernel/time';
import { reverse } from '@shared/ledger/reverse';
import type { PurchaseReceipt } from '@shared/purchase/contract';
import { addEarned } from '@shared/purchase/earn';
import { viewReceipt } from '@shared/purchase/receipt';
import type { Purchase } from '@shared/purchase/types';
import { decideUndo, type UndoRefusal } from '@shared/purchase/undo';
import { carry, settleAccount } from '@shared/tier/settleAccount';
import { transact } from '../../adapters/transact';
import { post } from '../ledger/post';
import type { TillCaller } from '../store/admitStaff';
import { loadProgramme } from '../store/loadProgramme';

interface UndoRequest {
  readonly key: string;
  readonly purchaseId: string;
}

/** Takes a purchase back by a reversal: its points go, the day's cap gets its room back, the order number is free again. */
export async function undo(who: TillCaller, request: UndoRequest): Promise<Outcome<PurchaseReceipt, UndoRefusal | 'busy.tryAgain'>> {
  const { offsetMinutes, tiers } = await loadProgramme(who.now);
  const today = dayOf(who.now, offsetMinutes);
  return transact(async (transaction) => {
    const found = await transaction.get('purchases', request.purchaseId);
    const decided = decideUndo(found, { shopId: who.shop._id, staffId: who.staff.staffId, key: request.key }, who.now);
    if (!decided.ok) return decided;
    const { purchase, repeat } = decided.value;
    if (repeat) return accept(viewReceipt(purchase));
    const account = await transaction.get('accounts', purchase.accountId);
    if (account === null) throw new Error(`Purchase ${purchase._id} names an account that does not exist`);
    const settled = settleAccount(account, today, tiers);
    const reversed = reverse(settled.posting, {
      source: `${purchase._id}:undo`,
      day: purchase.day,
      today,
      points: purchase.points,
      note: { orderNo: purchase.orderNo, shopZh: who.shop.name.zh, shopEn: who.shop.name.en, payableFen: purchase.payableFen },
    });
    const undone: Purchase = { ...purchase, undo: { key: request.key, at: who.now, staffId: who.staff.staffId, device: who.device } };
    await transaction.put('purchases', undone);
    await post(
      transaction,
      { ...account, earnedDays: addEarned(account.earnedDays, purchase.day, -purchase.points) },
      carry(settled, reversed, today, tiers),
      who.now,
    );
    return accept(viewReceipt(undone));
  });
}
