import { dayMs, clockOf } from '@shared/kernel/time';
import { draftMessage } from '@shared/message/draftMessage';
import type { OutboxMessage } from '@shared/message/types';
import type { Booking } from '@shared/voucher/booking/types';
import type { Wallet } from '../loadWallet';

/** The outbox id of a booking's reminder. */
export function reminderIdOf(bookingId: string): string {
  return `bookingReminder:${bookingId}`;
}

/** The reminder of a booking, due a day before it starts; null for one made later than that: who just booked need not be reminded. */
export function reminderOf(booking: Booking, { coupons, mall, offsetMinutes }: Wallet, at: number): OutboxMessage | null {
  const dueAt = booking.startsAt - dayMs;
  const coupon = coupons.get(booking.couponId);
  const shop = mall.shops.get(booking.shopId);
  if (at >= dueAt || coupon === undefined || shop === undefined) return null;
  const facts = { name: coupon.name, shop: shop.name, day: booking.day, clock: clockOf(booking.startsAt, offsetMinutes) };
  const { _id: source, memberId, startsAt: expiresAt } = booking;
  return draftMessage({ kind: 'bookingReminder', source, memberId, facts, dueAt, expiresAt }, at);
}
