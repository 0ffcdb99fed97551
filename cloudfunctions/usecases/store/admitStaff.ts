import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { permissions } from '@shared/store/permissions';
import type { Role, Shop, Staff } from '@shared/store/types';
import { cached } from '../../adapters/cached';
import { get } from '../../adapters/database';
import { onlyRepeats } from '../../adapters/onlyRepeats';
import type { Caller } from '../../adapters/serve';

const staffKeptMax = 500;

/** A caller who works for the programme. */
export interface StaffCaller extends Caller {
  readonly staff: Staff;
}

/** A caller who stands at a till. */
export interface TillCaller extends StaffCaller {
  readonly shop: Shop;
}

const loadStaff = cached((openid) => get('staff', openid), staffKeptMax);
const loadShop = cached((shopId) => get('shops', shopId), staffKeptMax);

/** Lets in who holds a role that the table allows for the method. Roles may be 30 s old. */
export async function admitStaff(caller: Caller, method: string): Promise<Outcome<StaffCaller, 'call.notAllowed'>> {
  const staff = await loadStaff(caller.openid, caller.now);
  if (staff === null || !staff.active) return refuse('call.notAllowed');
  const allowed: readonly Role[] = Object.hasOwn(permissions, method) ? permissions[method as keyof typeof permissions] : [];
  return staff.roles.some((role) => allowed.includes(role)) ? accept({ ...caller, staff }) : refuse('call.notAllowed');
}

/** As `admitStaff`, and bound to a shop that is open for business: staff act in their own shop only. In one that is closed they repeat. */
export async function admitTill(caller: Caller, method: string): Promise<Outcome<TillCaller, 'call.notAllowed'>> {
  const admitted = await admitStaff(caller, method);
  if (!admitted.ok) return admitted;
  if (admitted.value.staff.shopId === null) return refuse('call.notAllowed');
  const shop = await findShop(admitted.value.staff.shopId, caller.now);
  if (shop === null || (!shop.active && !onlyRepeats('call.notAllowed'))) return refuse('call.notAllowed');
  return accept({ ...admitted.value, shop });
}

/** A shop by id, at most 30 s old. */
export function findShop(shopId: string, now: number): Promise<Shop | null> {
  return loadShop(shopId, now);
}
