import { accept } from '@shared/kernel/refusal';
import { nextCheckAt, payWindowMs, type PlanOrder } from '@shared/tier/planOrder';
import { find } from '../../adapters/database';
import { askPayment, closePayment, returnPayment } from '../../adapters/payments';
import { transact } from '../../adapters/transact';
import { loadProgramme } from '../store/loadProgramme';
import { pacer } from '../store/pacer';
import { settlePlanOrder } from './settlePlanOrder';

const operationsPerOrder = 8;

/**
 * Looks after orders whose notice never came and money that must go back: asks the payment service how each that is due stands, gives what
 * was paid, closes what was not paid in time, and sends refunds, each under its own number, until the service has taken them.
 */
export async function settlePlanOrders(
  now: number,
  clock: () => number,
  untilMs: number,
  batch: number,
): Promise<{ treated: number; more: boolean }> {
  const { jobOperationsPerSecond } = await loadProgramme(now);
  const pace = pacer({ operationsPerSecond: jobOperationsPerSecond, clock, untilMs }, operationsPerOrder);
  let treated = 0;
  for (const state of ['refunding', 'pending'] as const) {
    const due = await find('planOrders', { state, checkAt: { op: 'lte', value: now } }, { limit: batch, order: [['checkAt', 'asc']] });
    for (const order of due) {
      if (clock() >= untilMs) return { treated, more: true };
      await (state === 'pending' ? lookAfter(order, now) : sendBack(order, now));
      treated += 1;
      await pace();
    }
    if (due.length === batch) return { treated, more: true };
  }
  return { treated, more: false };
}

async function lookAfter(order: PlanOrder, now: number): Promise<void> {
  const { _id: orderId, at, checks } = order;
  const payment = await askPayment(orderId);
  if (payment.state === 'paid') {
    const settled = await settlePlanOrder({ orderId, ...payment }, now);
    // Another sum, or too busy: looked at again later.
    if (settled.ok && settled.value !== null) return;
  }
  const over = now - at >= payWindowMs && payment.state !== 'paid';
  const closed = over && (payment.state === 'closed' || payment.state === 'unknown' || (await closePayment(orderId)));
  await note(order, closed ? { state: 'closed', checkAt: 0 } : { checkAt: nextCheckAt(checks, now), checks: checks + 1 });
}

async function sendBack(order: PlanOrder, now: number): Promise<void> {
  const { _id: orderId, refund, priceFen: totalFen, checks } = order;
  if (refund === null) throw new Error(`Order ${orderId} is to be given back without a sum`);
  const taken = await returnPayment({ orderId, refundNo: `${orderId}-r`, fen: refund.fen, totalFen });
  if (taken) await note(order, { state: 'refunded', checkAt: 0, refund: { ...refund, doneAt: now } });
  else await note(order, { checkAt: nextCheckAt(checks, now), checks: checks + 1 });
}

/** Writes what was found out, unless the order has moved on meanwhile. */
async function note(before: PlanOrder, change: Partial<PlanOrder>): Promise<void> {
  const outcome = await transact(async (transaction) => {
    const order = await transaction.get('planOrders', before._id);
    if (order?.state === before.state) await transaction.put('planOrders', { ...order, ...change });
    return accept(null);
  });
  if (!outcome.ok) throw new Error(`Order ${before._id} could not be noted`);
}
