import { dayOf, type Day } from '../kernel/time';
import { birthdaysKeptOn, monthDayOf } from './birthdayGift';

/**
 * How many years ago today somebody joined, when that day is kept today (who joined on the 29th of February is greeted on the 28th in
 * short years); null on every other day, the day of joining included.
 */
export function anniversaryOn(joinedAt: number, day: Day, offsetMinutes: number): number | null {
  const joined = dayOf(joinedAt, offsetMinutes);
  const years = Number(day.slice(0, 4)) - Number(joined.slice(0, 4));
  return years >= 1 && birthdaysKeptOn(day).includes(monthDayOf(joined)) ? years : null;
}
