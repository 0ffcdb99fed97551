import { accept, type Outcome } from '@shared/kernel/refusal';
import type { PurchaseReceipt } from '@shared/purchase/contract';
import { viewReceipt } from '@shared/purchase/receipt';
import { decideUndo, type UndoRefusal } from '@shared/purchase/undo';
import { transact } from '../../adapters/transact';
import type { TillCaller } from '../store/admitStaff';
import { loadProgramme } from '../store/loadProgramme';
import { takeAllBack } from './takeAllBack';

interface UndoRequest {
  readonly key: string;
  readonly purchaseId: string;
}

/** Takes a purchase back within minutes, by the staff member who made it: a reversal, and the order number is free again. */
export async function undo(
  who: TillCaller,
  request: UndoRequest,
): Promise<Outcome<PurchaseReceipt, UndoRefusal | 'undo.giftUsed' | 'busy.tryAgain'>> {
  const programme = await loadProgramme(who.now);
  return transact(async (transaction): Promise<Outcome<PurchaseReceipt, UndoRefusal | 'undo.giftUsed'>> => {
    const found = await transaction.get('purchases', request.purchaseId);
    const decided = decideUndo(found, { shopId: who.shop._id, staffId: who.staff.staffId, key: request.key }, who.now);
    if (!decided.ok) return decided;
    const { purchase, repeat } = decided.value;
    if (repeat) return accept(viewReceipt(purchase));
    const undone = await takeAllBack(transaction, purchase, { who, how: 'undo', key: request.key }, programme);
    return undone.ok ? accept(viewReceipt(undone.value)) : undone;
  });
}
