import type { avatarConsole, avatarMember } from '@shared/member/avatar/contract';
import type { Caller, Handlers } from '../../../adapters/serve';
import type { StaffCaller } from '../../store/admitStaff';
import { avatarQueue } from './avatarQueue';
import { chooseAvatar } from './chooseAvatar';
import { decideAvatar } from './decideAvatar';
import { removeAvatar } from './removeAvatar';

/** What members can do with their picture. */
export const avatarMemberHandlers: Handlers<typeof avatarMember, Caller> = {
  'member.chooseAvatar': chooseAvatar,
  'member.removeAvatar': removeAvatar,
};

/** What an operator can do about pictures that wait for a person. */
export const avatarConsoleHandlers: Handlers<typeof avatarConsole, StaffCaller> = {
  'member.avatarQueue': avatarQueue,
  'member.decideAvatar': decideAvatar,
};
