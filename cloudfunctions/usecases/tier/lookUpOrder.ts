import { accept, type Outcome } from '@shared/kernel/refusal';
import type { PlanOrderView } from '@shared/tier/paidCardContract';
import type { Caller } from '../../adapters/serve';
import { endPlanOrder } from './endPlanOrder';
import { ownPlanOrder } from './ownPlanOrder';
import { viewPlanOrder } from './viewPlanOrder';

/** How an order of the caller's stands. One that waits is looked up at the payment service, so that nobody waits for its notice or end. */
export async function lookUpOrder(
  caller: Caller,
  { orderId }: { orderId: string },
): Promise<Outcome<PlanOrderView, 'member.unknown' | 'plan.noOrder'>> {
  const order = await ownPlanOrder(caller, orderId);
  if (!order.ok || order.value.state !== 'pending') return order.ok ? accept(viewPlanOrder(order.value)) : order;
  return accept(viewPlanOrder((await endPlanOrder(order.value, caller.now)) ?? order.value));
}
