import { randomUUID } from 'node:crypto';
import { yuanText } from '@shared/kernel/money';
import { ask } from './ask';
import type { Session } from './session';

/** `plan-orders CARD`: a member's orders of paid cards, newest first. */
export async function planOrders(session: Session, [cardNumber = '']: readonly string[]): Promise<number> {
  const { orders } = await ask(session, 'paidCard.orders', { cardNumber });
  for (const { orderId, name, by, priceFen, points, at, state, period, refund } of orders) {
    const paid = by === 'money' ? `¥${yuanText(priceFen)}` : `${points} points`;
    const span = period === null ? '-' : `${period.from} to ${period.endsOn}`;
    const back = refund === null ? '-' : `back ¥${yuanText(refund.fen)}, ${refund.points} points`;
    console.log([orderId, new Date(at).toISOString(), name[session.language], paid, state, span, back].join('\t'));
  }
  return 0;
}

/** `refund-plan CARD ORDER REASON`: proposes to end an order and give back the share of its unused days. */
export async function refundPlan(session: Session, [cardNumber = '', orderId = '', ...reason]: readonly string[]): Promise<number> {
  const input = { key: randomUUID(), cardNumber, orderId, reason: reason.join(' ') };
  const { _id, state } = await ask(session, 'paidCard.proposeRefund', input);
  console.log(`${_id}  ${state}: another operator decides it`);
  return 0;
}
