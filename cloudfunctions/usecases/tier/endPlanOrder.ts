import { payWindowMs, type PlanOrder } from '@shared/tier/planOrder';
import { askPayment, closePayment } from '../../adapters/payments';
import { notePlanOrder } from './notePlanOrder';
import { settlePlanOrder } from './settlePlanOrder';

/**
 * Ends an order that waits for its money, if it can be ended: paid when the payment service says so; closed there and here when paying it
 * failed, its time is over, or its buyer has given it up. Null: it waits on, or somebody was too busy to take its money.
 */
export async function endPlanOrder(order: PlanOrder, now: number, givenUp = false): Promise<PlanOrder | null> {
  const { _id: orderId, at } = order;
  const payment = await askPayment(orderId);
  if (payment.state === 'paid') {
    const settled = await settlePlanOrder({ orderId, ...payment }, now);
    return settled.ok ? settled.value : null;
  }
  const over = givenUp || now - at >= payWindowMs || payment.state === 'failed' || payment.state === 'closed';
  // Of an order that the service has never heard of there is nothing to close; should money come after all, it still counts.
  const closed = over && (payment.state === 'closed' || (await closePayment(orderId)) || payment.state === 'unknown');
  return closed ? notePlanOrder(order, { state: 'closed', checkAt: 0 }) : null;
}
