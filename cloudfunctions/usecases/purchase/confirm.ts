import { accept, type Outcome } from '@shared/kernel/refusal';
import type { PurchaseReceipt } from '@shared/purchase/contract';
import { viewReceipt } from '@shared/purchase/receipt';
import type { PurchaseLine } from '@shared/purchase/types';
import { decideVisit, type VisitRefusal } from '@shared/purchase/visit';
import type { TillCaller } from '../store/admitStaff';
import { loadProgramme } from '../store/loadProgramme';
import { recordPurchase, type RecordRefusal } from './recordPurchase';

interface Taken {
  readonly key: string;
  readonly visitId: string;
  readonly orderNo: string;
  readonly lines: readonly PurchaseLine[];
}

/**
 * Records a purchase of the member whose visit it names. The order number is the key: the same one from the same till with the same
 * content gives the first receipt, with other content it is refused.
 */
export async function confirm(
  who: TillCaller,
  taken: Taken,
): Promise<Outcome<PurchaseReceipt, VisitRefusal | RecordRefusal | 'busy.tryAgain'>> {
  const { offsetMinutes } = await loadProgramme(who.now);
  const { shop, device, now } = who;
  const gross = { ...taken, source: 'till', takenAt: now, shop, staffId: who.staff.staffId, device } as const;
  const recorded = await recordPurchase(gross, now, async (transaction) => {
    const visit = decideVisit(await transaction.get('visits', taken.visitId), { shopId: shop._id, device }, now, offsetMinutes);
    if (!visit.ok) return visit;
    const { memberId, accountId, cardTail } = visit.value;
    return accept({ memberId, accountId, cardTail });
  });
  return recorded.ok ? accept(viewReceipt(recorded.value)) : recorded;
}
