import { addDays, clockOf, dayNumber, dayOf, minuteMs, startOfDayMs, type Day } from '../kernel/time';
import type { MessagePolicy } from './policy';

const weekDays = 7;
const dayMinutes = 1440;

/**
 * The first instant from `now` on at which a push is allowed: outside quiet hours, and within the caps of the business day and of seven
 * business days (the day itself and the six before). `pushedAt` are the instants of earlier pushes; everything in programme time.
 */
export function nextAllowedAt(policy: MessagePolicy, pushedAt: readonly number[], now: number, offsetMinutes: number): number {
  const days = pushedAt.map((at) => dayNumber(dayOf(at, offsetMinutes)));
  let at = now;
  for (;;) {
    const later = quietEndsAt(policy, afterCaps(policy, days, at, offsetMinutes), offsetMinutes);
    if (later === at || later === Number.MAX_SAFE_INTEGER) return later;
    at = later;
  }
}

function afterCaps(policy: MessagePolicy, days: readonly number[], at: number, offsetMinutes: number): number {
  const today = dayOf(at, offsetMinutes);
  const number = dayNumber(today);
  const todays = days.filter((day) => day === number).length;
  const weeks = days.filter((day) => day > number - weekDays && day <= number).sort((a, b) => a - b);
  // The push that has to leave the window of seven days before there is room again.
  const leaving = weeks[weeks.length - policy.perWeekMax];
  if (policy.perWeekMax <= 0 || policy.perDayMax <= 0) return Number.MAX_SAFE_INTEGER;
  const weekFree: Day = leaving === undefined ? today : addDays(today, leaving + weekDays - number);
  const dayFree: Day = todays >= policy.perDayMax ? addDays(today, 1) : today;
  const free = weekFree > dayFree ? weekFree : dayFree;
  return free === today ? at : startOfDayMs(free, offsetMinutes);
}

function quietEndsAt({ quietFrom, quietTo }: MessagePolicy, at: number, offsetMinutes: number): number {
  if (at === Number.MAX_SAFE_INTEGER || quietFrom === quietTo) return at;
  const clock = clockOf(at, offsetMinutes);
  const overMidnight = quietFrom > quietTo;
  const isQuiet = overMidnight ? clock >= quietFrom || clock < quietTo : clock >= quietFrom && clock < quietTo;
  if (!isQuiet) return at;
  const leftMinutes = (minutesOf(quietTo) - minutesOf(clock) + dayMinutes) % dayMinutes;
  return Math.floor(at / minuteMs) * minuteMs + leftMinutes * minuteMs;
}

function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}
