import { accept, type Outcome } from '@shared/kernel/refusal';
import { dayOf, startOfDayMs } from '@shared/kernel/time';
import type { PurchaseReceipt } from '@shared/purchase/contract';
import { viewReceipt } from '@shared/purchase/receipt';
import { closedUntil, tillId } from '@shared/purchase/shift';
import { decideVoid, type VoidRefusal } from '@shared/purchase/undo';
import { transact } from '../../adapters/transact';
import type { TillCaller } from '../store/admitStaff';
import { loadProgramme } from '../store/loadProgramme';
import { takeAllBack } from './takeAllBack';

interface VoidRequest {
  readonly key: string;
  readonly purchaseId: string;
}

/** Takes a purchase of the shop back while its seller's shift is not closed; for leads, whoever sold. */
export async function voidPurchase(
  who: TillCaller,
  request: VoidRequest,
): Promise<Outcome<PurchaseReceipt, VoidRefusal | 'undo.giftUsed' | 'busy.tryAgain'>> {
  const programme = await loadProgramme(who.now);
  const dayStart = startOfDayMs(dayOf(who.now, programme.offsetMinutes), programme.offsetMinutes);
  return transact(async (transaction): Promise<Outcome<PurchaseReceipt, VoidRefusal | 'undo.giftUsed'>> => {
    const found = await transaction.get('purchases', request.purchaseId);
    const till = found === null ? null : await transaction.get('tills', tillId(found.shopId, found.staffId));
    const by = { shopId: who.shop._id, staffId: who.staff.staffId, key: request.key };
    const decided = decideVoid(found, by, closedUntil(till, dayStart));
    if (!decided.ok) return decided;
    const { purchase, repeat } = decided.value;
    if (repeat) return accept(viewReceipt(purchase));
    const voided = await takeAllBack(transaction, purchase, { who, how: 'void', key: request.key }, programme);
    return voided.ok ? accept(viewReceipt(voided.value)) : voided;
  });
}
