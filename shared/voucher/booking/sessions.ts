import { addDays, isDay, isoWeekday, minuteMs, startOfDayMs, type Day } from '../../kernel/time';
import type { Coupon } from '../types';
import type { Session, Slot, Timetable } from './types';

/** The sessions of one day, by start, then shop: dated slots, and weekly ones where no dated slot of that shop and start replaces them. */
export function sessionsOn(coupon: Pick<Coupon, '_id' | 'sessions'>, day: Day, offsetMinutes: number): readonly Session[] {
  const slots = coupon.sessions?.slots ?? [];
  const dated = slots.filter(({ on }) => 'day' in on && on.day === day);
  const weekly = slots.filter(
    (slot) =>
      'weekday' in slot.on &&
      slot.on.weekday === isoWeekday(day) &&
      !dated.some(({ shopId, start }) => shopId === slot.shopId && start === slot.start),
  );
  return [...dated, ...weekly]
    .filter(({ places }) => places > 0)
    .map((slot) => sessionOf(coupon._id, slot, day, offsetMinutes))
    .sort((a, b) => a.startsAt - b.startsAt || (a.shopId < b.shopId ? -1 : 1));
}

/** Every session between two days, both included. */
export function sessionsBetween(coupon: Pick<Coupon, '_id' | 'sessions'>, from: Day, to: Day, offsetMinutes: number): readonly Session[] {
  const found: Session[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) found.push(...sessionsOn(coupon, day, offsetMinutes));
  return found;
}

/** The session of a coupon that an id names; null where the timetable has none. */
export function findSession(coupon: Pick<Coupon, '_id' | 'sessions'>, sessionId: string, offsetMinutes: number): Session | null {
  const day = sessionId.slice(-15, -5);
  if (!isDay(day)) return null;
  return sessionsOn(coupon, day, offsetMinutes).find((session) => session.sessionId === sessionId) ?? null;
}

/** What a session of a coupon is called. */
export function sessionIdOf(couponId: string, { shopId, start }: Pick<Slot, 'shopId' | 'start'>, day: Day): string {
  return `${couponId}:${shopId}:${day}T${start.replace(':', '')}`;
}

/** Until when (epoch ms) a session can be booked, and a booking of it moved or cancelled. */
export function closesAt({ startsAt }: { readonly startsAt: number }, { closesHours }: Timetable): number {
  return startsAt - closesHours * 60 * minuteMs;
}

/** Until when (epoch ms) somebody who booked can arrive; afterwards the booking has been missed. */
export function lateUntil({ startsAt }: { readonly startsAt: number }, { lateMinutes }: Timetable): number {
  return startsAt + lateMinutes * minuteMs;
}

function sessionOf(couponId: string, { shopId, start, minutes, places }: Slot, day: Day, offsetMinutes: number): Session {
  const [hour = 0, minute = 0] = start.split(':').map(Number);
  const startsAt = startOfDayMs(day, offsetMinutes) + (hour * 60 + minute) * minuteMs;
  return { sessionId: sessionIdOf(couponId, { shopId, start }, day), shopId, day, startsAt, endsAt: startsAt + minutes * minuteMs, places };
}
