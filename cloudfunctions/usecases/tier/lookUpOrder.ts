import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import type { PlanOrderView } from '@shared/tier/paidCardContract';
import { get } from '../../adapters/database';
import type { Caller } from '../../adapters/serve';
import { findMember } from '../member/findMember';
import { settleIfPaid } from './settleIfPaid';
import { viewPlanOrder } from './viewPlanOrder';

/** How an order of the caller's stands. One that waits is looked up at the payment service, so that nobody waits for its notice. */
export async function lookUpOrder(
  caller: Caller,
  { orderId }: { orderId: string },
): Promise<Outcome<PlanOrderView, 'member.unknown' | 'plan.noOrder' | 'busy.tryAgain'>> {
  const member = await findMember(caller);
  if (!member.ok) return member;
  const order = await get('planOrders', orderId);
  if (order?.memberId !== member.value.memberId) return refuse('plan.noOrder');
  if (order.state !== 'pending') return accept(viewPlanOrder(order));
  const settled = await settleIfPaid(orderId, caller.now);
  return settled.ok ? accept(viewPlanOrder(settled.value ?? order)) : settled;
}
