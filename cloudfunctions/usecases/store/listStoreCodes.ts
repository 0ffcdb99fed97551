import { accept, type Outcome } from '@shared/kernel/refusal';
import type { StoreCodeView } from '@shared/store/contract';
import { find } from '../../adapters/database';
import type { TillCaller } from './admitStaff';
import { viewStoreCode } from './makeStoreCode';

const codesMax = 50;

/** The codes of the caller's shop that are open, newest first. */
export async function listStoreCodes(who: TillCaller): Promise<Outcome<{ readonly codes: readonly StoreCodeView[] }>> {
  const codes = await find('storeCodes', { shopId: who.shop._id, closedAt: null }, { limit: codesMax, order: [['madeAt', 'desc']] });
  return accept({ codes: codes.map(viewStoreCode) });
}
