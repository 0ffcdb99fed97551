import type { paidCardConsole, paidCardMember } from '@shared/tier/paidCardContract';
import type { tierMember } from '@shared/tier/contract';
import type { Caller, Handlers } from '../../adapters/serve';
import type { StaffCaller } from '../store/admitStaff';
import { buyPlan } from './buyPlan';
import { giveUpOrder } from './giveUpOrder';
import { lookUpOrder } from './lookUpOrder';
import { overview } from './overview';
import { paidCardOverview } from './paidCardOverview';
import { planOrdersOf } from './planOrdersOf';
import { proposePlanRefund } from './proposePlanRefund';

/** What members can ask of their tier and their paid card. */
export const tierMemberHandlers: Handlers<typeof tierMember & typeof paidCardMember, Caller> = {
  'tier.overview': overview,
  'paidCard.overview': paidCardOverview,
  'paidCard.buy': buyPlan,
  'paidCard.order': lookUpOrder,
  'paidCard.giveUp': giveUpOrder,
};

/** What operators can do about it. */
export const paidCardConsoleHandlers: Handlers<typeof paidCardConsole, StaffCaller> = {
  'paidCard.orders': planOrdersOf,
  'paidCard.proposeRefund': proposePlanRefund,
};
