import type { PlanOrderView } from '@shared/tier/paidCardContract';
import type { PlanOrder } from '@shared/tier/planOrder';

/** An order as its buyer and operators see it. */
export function viewPlanOrder({ _id, terms, by, priceFen, points, at, state, period, refund }: PlanOrder): PlanOrderView {
  const back = refund === null ? null : { fen: refund.fen, points: refund.points, doneAt: refund.doneAt };
  return { orderId: _id, name: terms.name, by, priceFen, points, at, state, period, refund: back };
}
