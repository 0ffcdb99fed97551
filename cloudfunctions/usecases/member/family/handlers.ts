import type { familyConsole, familyMember } from '@shared/member/familyContract';
import type { Caller, Handlers } from '../../../adapters/serve';
import type { StaffCaller } from '../../store/admitStaff';
import { inviteToFamily } from './inviteToFamily';
import { joinFamily, offerOfFamily } from './joinFamily';
import { leaveFamily, removeFromFamily } from './leaveFamily';
import { proposeBusiness } from './proposeBusiness';
import { familyOverview } from './viewFamily';

/** What members can do about who shares their account. */
export const familyMemberHandlers: Handlers<typeof familyMember, Caller> = {
  'family.overview': familyOverview,
  'family.invite': inviteToFamily,
  'family.offer': offerOfFamily,
  'family.join': joinFamily,
  'family.leave': leaveFamily,
  'family.remove': removeFromFamily,
};

/** What operators can do about it. */
export const familyConsoleHandlers: Handlers<typeof familyConsole, StaffCaller> = { 'family.proposeBusiness': proposeBusiness };
