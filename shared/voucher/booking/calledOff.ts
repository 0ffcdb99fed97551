import { addDays, type Day } from '../../kernel/time';
import type { Coupon, Voucher } from '../types';
import { sessionIdOf, sessionsBetween } from './sessions';
import type { Booking, VoucherBooking } from './types';

/** A voucher lives at least so many days beyond the session that was called off, as one does that a refund brings back. */
const leastDays = 7;
/** A session that comes later than that is waited for, so far ahead: as far as booking can ever be open. */
const aheadDays = 31;

/** The sessions of a coupon from a day on that are called off: dated slots without a place. What was only taken out of a file is not. */
export function calledOffSessions({ _id, sessions }: Pick<Coupon, '_id' | 'sessions'>, from: Day): readonly string[] {
  return (sessions?.slots ?? []).flatMap((slot) => {
    const off = slot.places === 0 && 'day' in slot.on && slot.on.day >= from;
    return off && 'day' in slot.on ? [sessionIdOf(_id, slot, slot.on.day)] : [];
  });
}

/** Whether a booking's session can still be called off: it holds its place, and the session is not over. */
export function canCallOff({ state, endsAt }: Booking, at: number): boolean {
  return state === 'booked' && at <= endsAt;
}

/**
 * A voucher whose session was called off: usable again, with a note of it until another session is booked. It must not lapse by the shop's
 * doing: its last day is not before the session's day + 7, nor, where the timetable has a next session within 31 days, before that one's
 * day. An end that is later stays.
 */
export function withoutSession(
  voucher: Voucher & { readonly booking: VoucherBooking },
  coupon: Pick<Coupon, '_id' | 'sessions'>,
  day: Day,
  offsetMinutes: number,
): Voucher {
  const [next] = sessionsBetween(coupon, addDays(day, 1), addDays(day, aheadDays), offsetMinutes);
  const ends = [voucher.endsOn ?? day, addDays(day, leastDays), next?.day ?? day].sort();
  return { ...voucher, booking: { ...voucher.booking, calledOff: true }, endsOn: ends.at(-1) ?? day };
}
