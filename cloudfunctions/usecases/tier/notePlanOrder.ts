import { accept } from '@shared/kernel/refusal';
import type { PlanOrder } from '@shared/tier/planOrder';
import { transact } from '../../adapters/transact';

/** Writes what was found out about an order, unless it has moved on meanwhile; gives it as it is then. */
export async function notePlanOrder(before: PlanOrder, change: Partial<PlanOrder>): Promise<PlanOrder> {
  const outcome = await transact(async (transaction) => {
    const order = await transaction.get('planOrders', before._id);
    if (order?.state !== before.state) return accept(order ?? before);
    const noted = { ...order, ...change };
    await transaction.put('planOrders', noted);
    return accept(noted);
  });
  if (!outcome.ok) throw new Error(`Order ${before._id} could not be noted`);
  return outcome.value;
}
