import type { rewardMember } from '@shared/reward/contract';
import type { Caller, Handlers } from '../../adapters/serve';
import { donate } from './donate';
import { cancel } from './cancel';
import { list } from './list';
import { listCauses } from './listCauses';
import { mine } from './mine';
import { redeem } from './redeem';

/** What members can ask of the points mall. */
export const rewardMemberHandlers: Handlers<typeof rewardMember, Caller> = {
  'reward.list': list,
  'reward.redeem': redeem,
  'reward.cancel': cancel,
  'reward.mine': mine,
  'reward.causes': listCauses,
  'reward.donate': donate,
};
