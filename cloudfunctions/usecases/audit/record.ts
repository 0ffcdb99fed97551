import { randomId } from '@shared/kernel/id';
import { put } from '../../adapters/database';
import type { StaffCaller } from '../store/admitStaff';

/** Writes down an act that leaves no document of its own: what was tried, on what, and what came of it. */
export async function record(who: StaffCaller, act: string, subject: string, result: string): Promise<void> {
  await put('audit', {
    _id: `${who.now}-${randomId(who.random, 10)}`,
    at: who.now,
    staffId: who.staff.staffId,
    shopId: who.staff.shopId,
    device: who.device,
    act,
    subject,
    result,
  });
}
