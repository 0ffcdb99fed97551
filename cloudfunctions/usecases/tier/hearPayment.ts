import { settleIfPaid } from './settleIfPaid';

/** Looks up at the payment service what a notice is about, and gives what was paid. Throws when it must be told again. */
export async function hearPayment(orderId: string, now: number): Promise<void> {
  const settled = await settleIfPaid(orderId, now);
  if (!settled.ok) throw new Error('Too busy to take the notice: tell it again');
}
