import type { avatarMember } from '@shared/member/avatar/contract';
import type { memberMember } from '@shared/member/contract';
import type { Caller, Handlers } from '../../adapters/serve';
import { avatarMemberHandlers } from './avatar/handlers';
import { forgetPhone, givePhone } from './givePhone';
import { chooseFace } from './chooseFace';
import { home } from './home';
import { join } from './join';
import { leave, stay } from './leave';
import { exportState, requestExport } from './requestExport';
import { profile } from './profile';
import { renewCode } from './renewCode';
import { scanStoreCode } from '../store/scanStoreCode';
import { updateProfile } from './updateProfile';

/** What members can ask of their card. */
export const memberHandlers: Handlers<typeof memberMember & typeof avatarMember, Caller> = {
  ...avatarMemberHandlers,
  'member.scanStoreCode': scanStoreCode,
  'member.chooseFace': chooseFace,
  'member.leave': leave,
  'member.stay': stay,
  'member.requestExport': requestExport,
  'member.exportState': exportState,
  'member.home': home,
  'member.join': join,
  'member.profile': profile,
  'member.updateProfile': updateProfile,
  'member.givePhone': givePhone,
  'member.forgetPhone': forgetPhone,
  'member.renewCode': renewCode,
};
