import type { referralConsole, referralMember } from '@shared/referral/contract';
import type { Caller, Handlers } from '../../adapters/serve';
import type { StaffCaller } from '../store/admitStaff';
import { appeal } from './appeal';
import { code } from './code';
import { link } from './link';
import { mine } from './mine';
import { open } from './open';
import { queue } from './queue';
import { review } from './review';

/** What members, and those who open an invitation, can ask. */
export const referralMemberHandlers: Handlers<typeof referralMember, Caller> = {
  'referral.mine': mine,
  'referral.open': open,
  'referral.code': code,
  'referral.link': link,
  'referral.appeal': appeal,
};

/** What an operator can ask of them. */
export const referralConsoleHandlers: Handlers<typeof referralConsole, StaffCaller> = {
  'referral.queue': queue,
  'referral.review': review,
};
