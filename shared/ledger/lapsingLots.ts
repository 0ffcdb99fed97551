import { addDays, dayNumber, lastDayOf, monthOf, type Day } from '../kernel/time';
import type { Lot } from './types';

/** How many days before its end a member is told of a lot. */
const lapseWarningDays = [30, 7] as const;

/** Which of the warnings fall on a day: lots of months end with a month, so on most days there is nothing to look for. */
export function lapseWarningsOn(day: Day): readonly number[] {
  return lapseWarningDays.filter((days) => {
    const end = addDays(day, days);
    return end === lastDayOf(monthOf(end));
  });
}

/** The lots that end so many days after `day`, with the points that would lapse. */
export function lapsingLots(lots: readonly Lot[], day: Day, warnings: readonly number[]): readonly (Lot & { readonly days: number })[] {
  return lots.flatMap((lot) => {
    const days = dayNumber(lot.endsOn) - dayNumber(day);
    return warnings.includes(days) && lot.points > 0 ? [{ ...lot, days }] : [];
  });
}
