import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { newKeyId, replacedKeyMs, shopKeySecretHex, type ShopKey } from '@shared/store/shopKey';
import type { NewShopKey, ShopKeyView } from '@shared/store/contract';
import { get } from '../../adapters/database';
import { masterKey } from '../../adapters/masterKey';
import { transact } from '../../adapters/transact';
import { record } from '../audit/record';
import type { StaffCaller } from './admitStaff';

interface Wanted {
  readonly key: string;
  readonly shopId: string;
  readonly replaces?: string | undefined;
}

/** Makes a key for a shop's machines. Its id follows from who asks and their key, so that the same tap makes it once. */
export async function makeKey(
  who: StaffCaller,
  { key, shopId, replaces }: Wanted,
): Promise<Outcome<NewShopKey, 'shop.unknown' | 'shopKey.unknown' | 'key.reused' | 'busy.tryAgain'>> {
  const shop = await get('shops', shopId);
  const keyId = newKeyId(masterKey(), who.staff.staffId, key);
  const staffId = who.staff.staffId;
  const made = await transact(async (transaction) => {
    const before = await transaction.get('shopKeys', keyId);
    if (before !== null) return before.shopId === shopId && before.replaces === replaces ? accept(before) : refuse('key.reused');
    if (shop === null) return refuse('shop.unknown');
    const replaced = replaces === undefined ? null : await transaction.get('shopKeys', replaces);
    if (replaces !== undefined && replaced?.shopId !== shopId) return refuse('shopKey.unknown');
    const made = { _id: keyId, shopId, madeAt: who.now, madeBy: staffId, device: who.device, endsAt: null, endedBy: null };
    const fresh: ShopKey = replaces === undefined ? made : { ...made, replaces };
    await transaction.add('shopKeys', [fresh]);
    if (replaced?.endsAt === null) await transaction.put('shopKeys', { ...replaced, endsAt: who.now + replacedKeyMs, endedBy: staffId });
    return accept(fresh);
  });
  if (!made.ok) return made;
  await record(who, 'store.makeKey', `${shopId} ${keyId}`, 'done');
  return accept({ ...viewKey(made.value), secret: shopKeySecretHex(masterKey(), shopId, keyId) });
}

/** A key as operators see it: never its secret. */
export function viewKey({ _id, shopId, madeAt, madeBy, endsAt, endedBy }: ShopKey): ShopKeyView {
  return { keyId: _id, shopId, madeAt, madeBy, endsAt, endedBy };
}
