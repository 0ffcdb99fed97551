import { nextCheckAt, type PlanOrder } from '@shared/tier/planOrder';
import { find } from '../../adapters/database';
import { returnPayment } from '../../adapters/payments';
import { loadProgramme } from '../store/loadProgramme';
import { pacer } from '../store/pacer';
import { endPlanOrder } from './endPlanOrder';
import { notePlanOrder } from './notePlanOrder';

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
  if ((await endPlanOrder(order, now)) !== null) return;
  // It waits on; or another sum came, or somebody was too busy: looked at again later.
  await notePlanOrder(order, { checkAt: nextCheckAt(order.checks, now), checks: order.checks + 1 });
}

async function sendBack(order: PlanOrder, now: number): Promise<void> {
  const { _id: orderId, refund, priceFen: totalFen, checks } = order;
  if (refund === null) throw new Error(`Order ${orderId} is to be given back without a sum`);
  const taken = await returnPayment({ orderId, refundNo: `${orderId}-r`, fen: refund.fen, totalFen });
  if (taken) await notePlanOrder(order, { state: 'refunded', checkAt: 0, refund: { ...refund, doneAt: now } });
  else await notePlanOrder(order, { checkAt: nextCheckAt(checks, now), checks: checks + 1 });
}
