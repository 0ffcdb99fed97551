import { clockOf, dayOf, isoWeekday, type Day } from '../kernel/time';

/** When and where something is bought or a voucher used: what windows of offers and vouchers are held against. */
export interface Moment {
  readonly now: number;
  readonly today: Day;
  /** ISO weekday, 1 Monday … 7 Sunday. */
  readonly weekday: number;
  /** `HH:MM` of programme time. */
  readonly clock: string;
  readonly shopId: string;
}

/** The moment of an instant (epoch ms) in a shop. */
export function momentAt(now: number, offsetMinutes: number, shopId: string): Moment {
  const today = dayOf(now, offsetMinutes);
  return { now, today, weekday: isoWeekday(today), clock: clockOf(now, offsetMinutes), shopId };
}
