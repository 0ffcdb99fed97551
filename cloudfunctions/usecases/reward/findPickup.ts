import { hasLuhnDigit } from '@shared/kernel/id';
import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { clockOf } from '@shared/kernel/time';
import { find } from '../../adapters/database';
import { record } from '../audit/record';
import { countTry } from '../purchase/countTry';
import type { TillCaller } from '../store/admitStaff';

type FindRefusal = 'pickup.unknown' | 'code.locked' | 'busy.tryAgain';

/** The unit that a pick-up code stands for. Unknown codes count as wrong tries of the staff member, and lock as member codes do. */
export async function findPickup(
  who: TillCaller,
  pickupCode: string,
  act: string,
  offsetMinutes: number,
): Promise<Outcome<string, FindRefusal>> {
  const units = hasLuhnDigit(pickupCode) ? await find('units', { pickupCode }, { limit: 1 }) : [];
  const unitId = units[0]?._id ?? null;
  const tried = await countTry({ staffId: who.staff.staffId }, unitId !== null, who.now);
  if (!tried.ok) return tried;
  if (tried.value === null && unitId !== null) return accept(unitId);
  const refusal = tried.value === null ? refuse('pickup.unknown') : refuse('code.locked', { until: clockOf(tried.value, offsetMinutes) });
  await record(who, act, pickupCode.slice(-4), refusal.refusal.code);
  return refusal;
}
