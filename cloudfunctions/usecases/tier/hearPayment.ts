import { askPayment } from '../../adapters/payments';
import { settlePlanOrder } from './settlePlanOrder';

/** Looks up at the payment service what a notice is about, and gives what was paid. Throws when it must be told again. */
export async function hearPayment(orderId: string, now: number): Promise<void> {
  const payment = await askPayment(orderId);
  if (payment.state !== 'paid') return;
  const settled = await settlePlanOrder({ orderId, ...payment }, now);
  if (!settled.ok) throw new Error('Too busy to take the notice: tell it again');
}
