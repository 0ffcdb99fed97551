import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import type { PlanOrder } from '@shared/tier/planOrder';
import { get } from '../../adapters/database';
import type { Caller } from '../../adapters/serve';
import { findMember } from '../member/findMember';

/** An order of the caller's own; somebody else's is as unknown as one that never was. */
export async function ownPlanOrder(caller: Caller, orderId: string): Promise<Outcome<PlanOrder, 'member.unknown' | 'plan.noOrder'>> {
  const member = await findMember(caller);
  if (!member.ok) return member;
  const order = await get('planOrders', orderId);
  return order?.memberId === member.value.memberId ? accept(order) : refuse('plan.noOrder');
}
