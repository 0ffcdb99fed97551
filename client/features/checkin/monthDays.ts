import { addDays, dayNumber, lastDayOf, type Day, type Month } from '@shared/kernel/time';

const daysPerWeek = 7;
/** 1970-01-01 was a Thursday: this many days after a Monday. */
const epochWeekday = 3;

/** The days of a month as a calendar lays them out, weeks beginning on Monday; null fills the first week up. */
export function monthDays(month: Month): readonly (Day | null)[] {
  const first = `${month}-01`;
  const count = dayNumber(lastDayOf(month)) - dayNumber(first) + 1;
  const blanks = (dayNumber(first) + epochWeekday) % daysPerWeek;
  return [...Array.from({ length: blanks }, () => null), ...Array.from({ length: count }, (_, index) => addDays(first, index))];
}
