import type { Moment } from '../purchase/moment';
import type { OfferWindow } from './types';

/** Whether an offer's window holds at a moment, in that shop. Which categories it is for is a matter of each line. */
export function holds(window: OfferWindow, moment: Moment): boolean {
  const { from, to, weekdays, shopIds } = window;
  return (
    from <= moment.today &&
    moment.today <= to &&
    (weekdays.length === 0 || weekdays.includes(moment.weekday)) &&
    (shopIds.length === 0 || shopIds.includes(moment.shopId))
  );
}

/** Whether an offer is for a category; an empty list means all. */
export function isFor(window: OfferWindow, categoryId: string): boolean {
  return window.categoryIds.length === 0 || window.categoryIds.includes(categoryId);
}
