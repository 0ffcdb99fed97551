import type { Gathered } from './gatherPurchases';

/** What is sent, in calls of at most `max`, oldest first. */
export function batchesInTurn(purchases: readonly Gathered[], max: number): readonly (readonly Gathered[])[] {
  return Array.from({ length: Math.ceil(purchases.length / max) }, (_, index) => purchases.slice(index * max, (index + 1) * max));
}

/**
 * The same for a dry run, which writes nothing and so forgets one call's rows before the next: what belongs to one order of one shop goes
 * in one call (unless it is more than a call holds), so that a refund finds its sale.
 */
export function batchesByOrder(purchases: readonly Gathered[], max: number): readonly (readonly Gathered[])[] {
  const orders = new Map<string, Gathered[]>();
  for (const gathered of purchases) {
    const id = JSON.stringify([gathered.purchase.shop, gathered.purchase.orderNo]);
    const order = orders.get(id);
    if (order === undefined) orders.set(id, [gathered]);
    else order.push(gathered);
  }
  const batches: Gathered[][] = [];
  for (const order of orders.values()) {
    const last = batches.at(-1);
    if (last !== undefined && last.length + order.length <= max) last.push(...order);
    else batches.push(...batchesInTurn(order, max).map((part) => [...part]));
  }
  return batches;
}
