import { accept, refuse, type Outcome } from '../kernel/refusal';
import { dayOf, minuteMs, monthOf, type Day } from '../kernel/time';
import { lotEnd } from '../ledger/lots';

/** Two machines' clocks may differ this much before a purchase counts as dated in the future. */
const clockSlackMs = 5 * minuteMs;

/**
 * The programme day of a purchase taken at `takenAt` (epoch ms) that arrives at `now`; refuses with `purchase.date` one from the future
 * and one whose lot has lapsed (product.md, Exact readings, Time). `today` is the day of `now`.
 */
export function decideDate(takenAt: number, now: number, today: Day, offsetMinutes: number): Outcome<Day, 'purchase.date'> {
  const day = dayOf(takenAt, offsetMinutes);
  const future = takenAt > now + clockSlackMs;
  if (future || lotEnd(monthOf(day)) < today) return refuse('purchase.date', { day });
  // A till's clock a minute ahead at midnight must not make a day that has not begun.
  return accept(day > today ? today : day);
}
