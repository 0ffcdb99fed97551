import { refuse, accept, type Outcome } from '@shared/kernel/refusal';
import { judgeSigned, type Signed } from '@shared/store/shopKey';
import type { Shop } from '@shared/store/types';
import { cached } from '../../adapters/cached';
import { get } from '../../adapters/database';
import { limitCalls } from '../../adapters/limitCalls';
import { masterKey } from '../../adapters/masterKey';
import { findShop } from './admitStaff';

const keysKeptMax = 500;
const loadKey = cached((keyId) => get('shopKeys', keyId), keysKeptMax);

/** Lets in a request signed by a key that is in force, of a shop that is open for business. Keys may be 30 s old. */
export async function admitMachine(
  signed: Signed,
  now: number,
): Promise<Outcome<{ readonly shop: Shop; readonly keyId: string }, 'pos.unsigned' | 'pos.stale' | 'call.tooMany'>> {
  const seconds = limitCalls(`pos:${signed.keyId}`, now);
  if (seconds > 0) return refuse('call.tooMany', { seconds });
  const found = /^[0-9a-z]{16}$/.test(signed.keyId) ? await loadKey(signed.keyId, now) : null;
  const judged = judgeSigned(signed, found, masterKey(), now);
  if (!judged.ok) return judged;
  const shop = await findShop(judged.value.shopId, now);
  return shop?.active === true ? accept({ shop, keyId: judged.value._id }) : refuse('pos.unsigned');
}
