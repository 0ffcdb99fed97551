import type { Bilingual } from '../../kernel/bilingual';
import type { Shop } from '../../store/types';
import type { Coupon, Voucher } from '../types';
import { closesAt, lateUntil } from './sessions';
import type { Booking } from './types';
import { minuteMs } from '../../kernel/time';

/** How a booking stands: `missed` when the time to arrive is over. */
export type BookingStanding = 'booked' | 'missed' | 'moved' | 'cancelled' | 'calledOff' | 'attended';

/** A booking as its holder sees it. Times are epoch ms. */
export interface BookingView {
  readonly bookingId: string;
  readonly standing: BookingStanding;
  readonly shopName: Bilingual;
  readonly startsAt: number;
  readonly endsAt: number;
  /** Until then it can be moved or cancelled. */
  readonly changeUntil: number;
  /** From when to when one can arrive. */
  readonly arriveFrom: number;
  readonly arriveUntil: number;
}

/** A booking in one's list: of which voucher, too. */
export interface BookingRow extends BookingView {
  readonly voucherId: string;
  readonly name: Bilingual;
}

type Known = Pick<Booking, 'state' | 'shopId' | 'startsAt' | 'endsAt'> & { readonly bookingId: string };

/** A booking as its holder sees it. */
export function viewBooking(booking: Known, coupon: Coupon, shops: ReadonlyMap<string, Shop>, at: number): BookingView {
  const { sessions } = coupon;
  if (sessions === undefined) throw new Error(`Coupon ${coupon._id} has bookings and no sessions`);
  const { bookingId, state, shopId, startsAt, endsAt } = booking;
  const arriveUntil = lateUntil(booking, sessions);
  return {
    bookingId,
    standing: state === 'booked' && at > arriveUntil ? 'missed' : state,
    shopName: shops.get(shopId)?.name ?? { zh: shopId, en: shopId },
    startsAt,
    endsAt,
    changeUntil: closesAt(booking, sessions),
    arriveFrom: startsAt - sessions.earlyMinutes * minuteMs,
    arriveUntil,
  };
}

/** A voucher's booking: null where there is none, or where none is needed. */
export function viewVoucherBooking(voucher: Voucher, coupon: Coupon, shops: ReadonlyMap<string, Shop>, at: number): BookingView | null {
  const { booking, state } = voucher;
  if (booking === undefined || coupon.sessions === undefined) return null;
  const kept = state === 'redeemed' ? 'attended' : 'booked';
  return viewBooking({ ...booking, state: booking.calledOff === true ? 'calledOff' : kept }, coupon, shops, at);
}
