import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import type { StoreCodeView } from '@shared/store/contract';
import { transact } from '../../adapters/transact';
import { record } from '../audit/record';
import type { TillCaller } from './admitStaff';
import { viewStoreCode } from './makeStoreCode';

/** Closes a code of the lead's own shop for good; closing it again changes nothing. */
export async function closeStoreCode(
  who: TillCaller,
  { code }: { code: string },
): Promise<Outcome<StoreCodeView, 'storeCode.unknown' | 'busy.tryAgain'>> {
  const closed = await transact(async (transaction) => {
    const before = await transaction.get('storeCodes', code);
    if (before?.shopId !== who.shop._id) return refuse('storeCode.unknown');
    if (before.closedAt !== null) return accept(before);
    const after = { ...before, closedAt: who.now, closedBy: who.staff.staffId };
    await transaction.put('storeCodes', after);
    return accept(after);
  });
  if (!closed.ok) return closed;
  await record(who, 'store.closeCode', code, 'done');
  return accept(viewStoreCode(closed.value));
}
