import { accept, type Outcome } from '@shared/kernel/refusal';
import type { HandOverReceipt } from '@shared/reward/contract';
import { decideHandOver, type HandOverRefusal } from '@shared/reward/decideHandOver';
import type { Unit } from '@shared/reward/types';
import { transact } from '../../adapters/transact';
import { record } from '../audit/record';
import type { TillCaller } from '../store/admitStaff';
import { loadProgramme } from '../store/loadProgramme';
import { viewCheck } from './check';
import { findPickup } from './findPickup';
import { loadMall, offeredAs } from './loadMall';

/** Hands a redeemed unit over, once; the unit keeps who, where, on what device and when. */
export async function handOver(
  who: TillCaller,
  input: { key: string; pickupCode: string },
): Promise<Outcome<HandOverReceipt, HandOverRefusal | 'code.locked' | 'busy.tryAgain'>> {
  const { offsetMinutes } = await loadProgramme(who.now);
  const unitId = await findPickup(who, input.pickupCode, 'reward.handOver', offsetMinutes);
  if (!unitId.ok) return unitId;
  const mall = await loadMall(who.now);
  const outcome = await transact(async (transaction): Promise<Outcome<HandOverReceipt, HandOverRefusal>> => {
    const found = await transaction.get('units', unitId.value);
    const reward = offeredAs(found, mall);
    const by = { shopId: who.shop._id, staffId: who.staff.staffId, key: input.key };
    const decided = decideHandOver(found, reward, mall.shops, by, offsetMinutes);
    if (!decided.ok) return decided;
    const { unit, repeat } = decided.value;
    const at = repeat ? (unit.handOver?.at ?? who.now) : who.now;
    const handed: Unit = {
      ...unit,
      state: 'handedOver',
      handOver: { key: input.key, shopId: who.shop._id, staffId: who.staff.staffId, device: who.device, at },
    };
    if (!repeat) await transaction.put('units', handed);
    return accept({ ...viewCheck(unit, reward, offsetMinutes), handedOverAt: at });
  });
  if (!outcome.ok) await record(who, 'reward.handOver', input.pickupCode.slice(-4), outcome.refusal.code);
  return outcome;
}
