import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import type { StoreCodeView } from '@shared/store/contract';
import { storeCodeOf, type StoreCode } from '@shared/store/storeCode';
import { find } from '../../adapters/database';
import { masterKey } from '../../adapters/masterKey';
import { transact } from '../../adapters/transact';
import { record } from '../audit/record';
import type { TillCaller } from './admitStaff';
import { loadProgramme } from './loadProgramme';

interface Wanted {
  readonly key: string;
  readonly kind: StoreCode['kind'];
  readonly points: number;
  readonly perDayMax: number;
}

/** Codes a shop may have open at once. */
const openCodesMax = 20;

/** Makes a poster code for the lead's shop; the same tap again gives the same code. */
export async function makeStoreCode(
  who: TillCaller,
  { key, kind, points, perDayMax }: Wanted,
): Promise<Outcome<StoreCodeView, 'storeCode.points' | 'storeCode.tooMany' | 'key.reused' | 'busy.tryAgain'>> {
  const { storeCodePointsMax } = await loadProgramme(who.now);
  const own = await find('storeCodes', { shopId: who.shop._id, closedAt: null }, { limit: openCodesMax, order: [['madeAt', 'desc']] });
  const by = { madeAt: who.now, madeBy: who.staff.staffId, device: who.device };
  const _id = storeCodeOf(masterKey(), who.staff.staffId, key);
  const code: StoreCode = { _id, shopId: who.shop._id, kind, points, perDayMax, key, ...by, closedAt: null, closedBy: null };
  const added = await transact(async (transaction) => {
    const made = await transaction.get('storeCodes', _id);
    if (made !== null) {
      const same = made.kind === kind && made.points === points && made.perDayMax === perDayMax;
      return same ? accept(made) : refuse('key.reused');
    }
    if (kind === 'earn' ? points < 1 || points > storeCodePointsMax : points !== 0)
      return refuse('storeCode.points', { max: storeCodePointsMax });
    if (own.length >= openCodesMax) return refuse('storeCode.tooMany', { max: openCodesMax });
    await transaction.add('storeCodes', [code]);
    return accept(code);
  });
  if (!added.ok) return added;
  if (added.value === code) await record(who, 'store.makeCode', _id, 'done');
  return accept(viewStoreCode(added.value));
}

/** A code as the shop's people see it. */
export function viewStoreCode({ _id, kind, points, perDayMax, madeAt, madeBy, closedAt }: StoreCode): StoreCodeView {
  return { code: _id, kind, points, perDayMax, madeAt, madeBy, closedAt };
}
