import { accept, type Outcome } from '@shared/kernel/refusal';
import type { OfficeView } from '@shared/store/contract';
import type { StaffCaller } from './admitStaff';
import { loadProgramme } from './loadProgramme';

/** Who the caller is in the office: operators need no shop for it, unlike at a till. */
export async function office({ staff, now }: StaffCaller): Promise<Outcome<OfficeView>> {
  const { offsetMinutes } = await loadProgramme(now);
  return accept({ staffId: staff.staffId, name: staff.name, offsetMinutes });
}
