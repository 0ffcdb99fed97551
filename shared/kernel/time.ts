/**
 * Programme time: UTC plus one offset in minutes for the whole programme. Days are `YYYY-MM-DD`, months `YYYY-MM`.
 * No Intl: this runs on phones too.
 */

export type Day = string;
export type Month = string;

export const minuteMs = 60_000;
export const dayMs = 86_400_000;

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

/** The programme's calendar day at an instant. `atMs` is epoch ms, the offset is in minutes east of UTC. */
export function dayOf(atMs: number, offsetMinutes: number): Day {
  const shifted = new Date(atMs + offsetMinutes * minuteMs);
  return `${pad(shifted.getUTCFullYear(), 4)}-${pad(shifted.getUTCMonth() + 1, 2)}-${pad(shifted.getUTCDate(), 2)}`;
}

/** The instant (epoch ms) at which a programme day begins. */
export function startOfDayMs(day: Day, offsetMinutes: number): number {
  return dayNumber(day) * dayMs - offsetMinutes * minuteMs;
}

/** Wall-clock `HH:MM` of an instant in programme time. */
export function clockOf(atMs: number, offsetMinutes: number): string {
  const shifted = new Date(atMs + offsetMinutes * minuteMs);
  return `${pad(shifted.getUTCHours(), 2)}:${pad(shifted.getUTCMinutes(), 2)}`;
}

/** Days since 1970-01-01: lets days be subtracted. */
export function dayNumber(day: Day): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return Math.round(Date.UTC(year, month - 1, date) / dayMs);
}

/** The day `count` days later (earlier when negative). */
export function addDays(day: Day, count: number): Day {
  return dayOf((dayNumber(day) + count) * dayMs, 0);
}

/** ISO weekday of a day: 1 Monday … 7 Sunday. */
export function isoWeekday(day: Day): number {
  // 1970-01-01 was a Thursday.
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;
}

export function monthOf(day: Day): Month {
  return day.slice(0, 7);
}

/** The month `count` months later. */
export function addMonths(month: Month, count: number): Month {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const total = year * 12 + (number - 1) + count;
  return `${pad(Math.floor(total / 12), 4)}-${pad((((total % 12) + 12) % 12) + 1, 2)}`;
}

/** The last day of a month. */
export function lastDayOf(month: Month): Day {
  return addDays(`${addMonths(month, 1)}-01`, -1);
}

/** Whether a text is a real calendar day: `2026-02-30` is not. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && addDays(text, 0) === text;
}
