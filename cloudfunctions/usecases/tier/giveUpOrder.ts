import { accept, type Outcome } from '@shared/kernel/refusal';
import type { PlanOrderView } from '@shared/tier/paidCardContract';
import type { Caller } from '../../adapters/serve';
import { endPlanOrder } from './endPlanOrder';
import { ownPlanOrder } from './ownPlanOrder';
import { viewPlanOrder } from './viewPlanOrder';

/** Gives up an order of the caller's that waits for its money. One paid meanwhile is theirs instead; one that has ended stays so. */
export async function giveUpOrder(
  caller: Caller,
  { orderId }: { orderId: string },
): Promise<Outcome<PlanOrderView, 'member.unknown' | 'plan.noOrder'>> {
  const order = await ownPlanOrder(caller, orderId);
  if (!order.ok || order.value.state !== 'pending') return order.ok ? accept(viewPlanOrder(order.value)) : order;
  return accept(viewPlanOrder((await endPlanOrder(order.value, caller.now, true)) ?? order.value));
}
