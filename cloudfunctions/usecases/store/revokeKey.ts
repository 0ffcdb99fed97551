import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import type { ShopKeyView } from '@shared/store/contract';
import { transact } from '../../adapters/transact';
import { record } from '../audit/record';
import type { StaffCaller } from './admitStaff';
import { viewKey } from './makeKey';

/** Ends a shop's key now. Ending one that has ended changes nothing. */
export async function revokeKey(
  who: StaffCaller,
  { keyId }: { keyId: string },
): Promise<Outcome<ShopKeyView, 'shopKey.unknown' | 'busy.tryAgain'>> {
  const ended = await transact(async (transaction) => {
    const before = await transaction.get('shopKeys', keyId);
    if (before === null) return refuse('shopKey.unknown');
    if (before.endsAt !== null && before.endsAt <= who.now) return accept(before);
    const after = { ...before, endsAt: who.now, endedBy: who.staff.staffId };
    await transaction.put('shopKeys', after);
    return accept(after);
  });
  if (!ended.ok) return ended;
  await record(who, 'store.revokeKey', `${ended.value.shopId} ${keyId}`, 'done');
  return accept(viewKey(ended.value));
}
