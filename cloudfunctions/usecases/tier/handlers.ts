import type { paidCardConsole, paidCardMember } from '@shared/tier/paidCardContract';
import type { Caller, Handlers } from '../../adapters/serve';
import type { StaffCaller } from '../store/admitStaff';
import { buyPlan } from './buyPlan';
import { lookUpOrder } from './lookUpOrder';
import { paidCardOverview } from './paidCardOverview';
import { planOrdersOf } from './planOrdersOf';
import { proposePlanRefund } from './proposePlanRefund';

/** What members can ask of their paid card. */
export const paidCardMemberHandlers: Handlers<typeof paidCardMember, Caller> = {
  'paidCard.overview': paidCardOverview,
  'paidCard.buy': buyPlan,
  'paidCard.order': lookUpOrder,
};

/** What operators can do about it. */
export const paidCardConsoleHandlers: Handlers<typeof paidCardConsole, StaffCaller> = {
  'paidCard.orders': planOrdersOf,
  'paidCard.proposeRefund': proposePlanRefund,
};
