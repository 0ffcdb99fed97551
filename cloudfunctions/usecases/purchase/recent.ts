import { accept, type Outcome } from '@shared/kernel/refusal';
import { dayMs } from '@shared/kernel/time';
import type { PurchaseReceipt } from '@shared/purchase/contract';
import { viewReceipt } from '@shared/purchase/receipt';
import { find } from '../../adapters/database';
import type { TillCaller } from '../store/admitStaff';

const recentMax = 10;

/** The caller's own purchases of the last 24 hours, newest first. */
export async function recent(who: TillCaller): Promise<Outcome<{ readonly receipts: readonly PurchaseReceipt[] }>> {
  const purchases = await find(
    'purchases',
    { staffId: who.staff.staffId, at: { op: 'gt', value: who.now - dayMs } },
    { limit: recentMax, order: [['at', 'desc']] },
  );
  return accept({ receipts: purchases.map(viewReceipt) });
}
