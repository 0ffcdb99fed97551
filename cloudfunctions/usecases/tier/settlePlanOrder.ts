import { accept, type Outcome } from '@shared/kernel/refusal';
import { dayOf } from '@shared/kernel/time';
import { addPeriod } from '@shared/tier/paidCard';
import { withRefund, type PlanOrder } from '@shared/tier/planOrder';
import { settleAccount } from '@shared/tier/settleAccount';
import { transact, type Transaction } from '../../adapters/transact';
import { accountOf } from '../ledger/accountOf';
import { post } from '../ledger/post';
import { loadProgramme } from '../store/loadProgramme';

/** What the payment service itself said of an order. */
interface Proof {
  readonly orderId: string;
  readonly fen: number;
  readonly transactionId: string;
}

/**
 * Gives what a paid order bought: its days join the account's card, once, however often and late it is told. An order that was closed by
 * now counts too, since its money has come. Of somebody who was erased meanwhile all of it goes back. Null: there is no such order, or
 * the sum is another, which is a fault to be looked at by people.
 */
export async function settlePlanOrder(
  { orderId, fen, transactionId }: Proof,
  now: number,
): Promise<Outcome<PlanOrder | null, 'busy.tryAgain'>> {
  const programme = await loadProgramme(now);
  const today = dayOf(now, programme.offsetMinutes);
  return transact(async (transaction) => {
    const order = await transaction.get('planOrders', orderId);
    if (order === null || (order.state !== 'pending' && order.state !== 'closed')) return accept(order);
    if (order.priceFen !== fen) {
      console.error(JSON.stringify({ level: 'fault', at: now, method: 'pay', message: `Order ${orderId} was paid with ${fen} fen` }));
      return accept(null);
    }
    const paid: PlanOrder = { ...order, state: 'paid', checkAt: 0, paidAt: now, transactionId };
    const leaving = await transaction.get('leavings', order.memberId);
    if (leaving?.state === 'erased') return accept(await giveAllBack(transaction, paid, now));
    const account = await accountOf(transaction, order);
    const { card, period } = addPeriod(account.paidCard, orderId, order.terms, today);
    const settled: PlanOrder = { ...paid, accountId: account._id, period: { from: period.from, endsOn: period.endsOn } };
    await transaction.put('planOrders', settled);
    await post(transaction, { ...account, paidCard: card }, settleAccount(account, today, programme.tiers), now);
    return accept(settled);
  });
}

async function giveAllBack(transaction: Transaction, paid: PlanOrder, now: number): Promise<PlanOrder> {
  const refund = { fen: paid.priceFen, points: 0, unusedDays: paid.terms.days, at: now, by: 'leaving' };
  const back = withRefund(paid, refund);
  await transaction.put('planOrders', back);
  return back;
}
