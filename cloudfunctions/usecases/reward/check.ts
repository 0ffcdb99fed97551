import { accept, type Outcome } from '@shared/kernel/refusal';
import { dayOf } from '@shared/kernel/time';
import { decideHandOver, type HandOverRefusal } from '@shared/reward/decideHandOver';
import type { PickupCheck, Unit } from '@shared/reward/types';
import type { Offered } from '@shared/reward/view';
import { get } from '../../adapters/database';
import { record } from '../audit/record';
import type { TillCaller } from '../store/admitStaff';
import { loadProgramme } from '../store/loadProgramme';
import { findPickup } from './findPickup';
import { loadMall, offeredAs } from './loadMall';

/** What a pick-up code stands for, before anything is handed over. */
export async function check(
  who: TillCaller,
  input: { pickupCode: string },
): Promise<Outcome<PickupCheck, HandOverRefusal | 'code.locked' | 'busy.tryAgain'>> {
  const { offsetMinutes } = await loadProgramme(who.now);
  const unitId = await findPickup(who, input.pickupCode, 'reward.check', offsetMinutes);
  if (!unitId.ok) return unitId;
  const [unit, mall] = await Promise.all([get('units', unitId.value), loadMall(who.now)]);
  const reward = offeredAs(unit, mall);
  const by = { shopId: who.shop._id, staffId: who.staff.staffId, key: null };
  const decided = decideHandOver(unit, reward, mall.shops, by, offsetMinutes);
  if (decided.ok) return accept(viewCheck(decided.value.unit, reward, offsetMinutes));
  await record(who, 'reward.check', input.pickupCode.slice(-4), decided.refusal.code);
  return decided;
}

/** A redeemed unit as staff see it. */
export function viewCheck(unit: Unit, reward: Offered | undefined, offsetMinutes: number): PickupCheck {
  const redeemedAt = unit.redeemedAt ?? 0;
  return {
    pickupCode: unit.pickupCode ?? '',
    name: reward?.name ?? { zh: unit.rewardId, en: unit.rewardId },
    redeemedAt,
    redeemedOn: dayOf(redeemedAt, offsetMinutes),
  };
}
