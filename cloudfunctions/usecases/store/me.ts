import { accept, type Outcome } from '@shared/kernel/refusal';
import type { StaffView } from '@shared/store/contract';
import type { TillCaller } from './admitStaff';
import { loadCategories } from './loadCategories';
import { loadProgramme } from './loadProgramme';

/** Who the caller is at the till, and what its keypad offers. */
export async function me(who: TillCaller): Promise<Outcome<StaffView>> {
  const [categories, { offsetMinutes, lateMaxFen }] = await Promise.all([loadCategories(who.now), loadProgramme(who.now)]);
  return accept({
    staffId: who.staff.staffId,
    name: who.staff.name,
    roles: who.staff.roles,
    shop: { id: who.shop._id, name: who.shop.name },
    categories: categories.map(({ _id, name, excluded }) => ({ id: _id, name, excluded })),
    offsetMinutes,
    lateMaxFen,
  });
}
