import type { Day } from '../kernel/time';

/** For how long a shop does not use an order number twice. */
export const orderPeriods = ['ever', 'year', 'day'] as const;
export type OrderPeriod = (typeof orderPeriods)[number];

/** How often one order number can be freed by an undo and used again. */
export const orderReusesMax = 9;

/**
 * The `_id` of a purchase: order numbers are unique per shop, for ever, per year or per day.
 * `use` is 1, or 2 … when an undone purchase freed the number.
 */
export function orderId(shopId: string, orderNo: string, day: Day, period: OrderPeriod, use: number): string {
  const scope = period === 'ever' ? '' : period === 'year' ? day.slice(0, 4) : day;
  return `${shopId}:${scope}:${orderNo}${use === 1 ? '' : `~${use}`}`;
}
