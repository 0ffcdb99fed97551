import { accept, type Outcome } from '@shared/kernel/refusal';
import type { PlanOrder } from '@shared/tier/planOrder';
import { askPayment } from '../../adapters/payments';
import { settlePlanOrder } from './settlePlanOrder';

/** Asks the payment service how an order stands and gives what was paid; null: nothing was, or the sum is another. */
export async function settleIfPaid(orderId: string, now: number): Promise<Outcome<PlanOrder | null, 'busy.tryAgain'>> {
  const payment = await askPayment(orderId);
  return payment.state === 'paid' ? settlePlanOrder({ orderId, ...payment }, now) : accept(null);
}
