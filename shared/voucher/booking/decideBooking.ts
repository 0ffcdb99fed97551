import { accept, refuse, type Outcome } from '../../kernel/refusal';
import { addDays, type Day } from '../../kernel/time';
import type { Shop } from '../../store/types';
import { settleGift } from '../gift';
import type { Coupon, Voucher } from '../types';
import { standingOf } from '../view';
import { closesAt, lateUntil } from './sessions';
import type { Booking, Session, Timetable, VoucherBooking } from './types';

/** Somebody who wants to come, and the session they chose (null: the timetable has none of that name). */
export interface BookingWish {
  readonly memberId: string;
  readonly session: Session | null;
  readonly at: number;
  readonly today: Day;
  /** Whether their tier books earlier. */
  readonly early: boolean;
  readonly shops: ReadonlyMap<string, Shop>;
}

export type BookRefusal =
  | 'voucher.unknown'
  | 'booking.notUsable'
  | 'booking.walkIn'
  | 'booking.already'
  | 'booking.paused'
  | 'booking.noSession'
  | 'booking.shopClosed'
  | 'booking.outside'
  | 'booking.notOpen'
  | 'booking.closed';

export type ChangeRefusal = 'booking.unknown' | 'booking.over' | 'booking.fixed';

/** Whether a voucher's booking still holds: its holder may yet arrive. */
export function isLive(booking: VoucherBooking | undefined, coupon: Coupon, at: number): booking is VoucherBooking {
  return booking !== undefined && booking.calledOff !== true && coupon.sessions !== undefined && at <= lateUntil(booking, coupon.sessions);
}

/**
 * A booking about to be made with a voucher of one's own that can be used; one live booking a voucher. After a missed session the voucher
 * can be booked again as long as it lasts. Gives the voucher (as it is now) and the booking, without its place.
 */
export function decideBooking(
  found: Voucher | null,
  coupon: Coupon | undefined,
  wish: BookingWish,
): Outcome<{ readonly voucher: Voucher; readonly session: Session }, BookRefusal> {
  if (found === null || coupon === undefined || found.memberId !== wish.memberId) return refuse('voucher.unknown');
  if (coupon.sessions === undefined) return refuse('booking.walkIn');
  const voucher = settleGift(found, wish.at);
  const standing = standingOf(voucher, wish.at, wish.today);
  if (standing !== 'usable' && standing !== 'early') return refuse('booking.notUsable');
  if (isLive(voucher.booking, coupon, wish.at)) return refuse('booking.already');
  const session = judgeSession(voucher, coupon, wish);
  return session.ok ? accept({ voucher, session: session.value }) : session;
}

/** So many days before a session's day it can be booked; with early access some more. */
export function opensDaysOf({ opensDays, earlyAccessDays }: Timetable, early: boolean): number {
  return early ? opensDays + earlyAccessDays : opensDays;
}

/** Whether the session can be had with the voucher now, places aside. */
function judgeSession({ startsOn = '', endsOn = '' }: Voucher, coupon: Coupon, wish: BookingWish): Outcome<Session, BookRefusal> {
  const { session, at, today, early, shops } = wish;
  if (!coupon.active) return refuse('booking.paused');
  if (session === null || coupon.sessions === undefined) return refuse('booking.noSession');
  if (shops.get(session.shopId)?.active !== true) return refuse('booking.shopClosed');
  if (session.day < startsOn || session.day > endsOn) return refuse('booking.outside', { from: startsOn, to: endsOn });
  const opensOn = addDays(session.day, -opensDaysOf(coupon.sessions, early));
  if (today < opensOn) return refuse('booking.notOpen', { on: opensOn });
  return at > closesAt(session, coupon.sessions) ? refuse('booking.closed', { hours: coupon.sessions.closesHours }) : accept(session);
}

/** Whether a member can move or cancel a booking: their own, still booked, and not yet closed. Cancelled by them already is told apart. */
export function judgeChange(
  booking: Booking | null,
  coupon: Coupon | undefined,
  by: { readonly memberId: string; readonly at: number },
): Outcome<Booking, ChangeRefusal> {
  if (booking === null || coupon?.sessions === undefined || booking.memberId !== by.memberId) return refuse('booking.unknown');
  if (booking.state !== 'booked') return refuse('booking.over');
  return by.at > closesAt(booking, coupon.sessions) ? refuse('booking.fixed', { hours: coupon.sessions.closesHours }) : accept(booking);
}
