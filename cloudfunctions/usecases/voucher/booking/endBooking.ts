import { withBookingStep } from '@shared/voucher/booking/bookingSteps';
import type { Booking } from '@shared/voucher/booking/types';
import { revokeVoucher } from '@shared/voucher/revokeVoucher';
import type { Voucher } from '@shared/voucher/types';
import { without } from '@shared/voucher/without';
import type { Transaction } from '../../../adapters/transact';
import { reminderIdOf } from './reminder';

interface By {
  readonly at: number;
  readonly by: string;
}

/** Ends a booking in the caller's transaction: its place is free again, and its reminder is not sent any more. */
export async function endBooking(
  transaction: Transaction,
  booking: Booking,
  state: 'moved' | 'cancelled' | 'calledOff',
  by: By,
): Promise<void> {
  const place = await transaction.get('sessionPlaces', booking.placeId);
  if (place?.bookingId !== booking._id) throw new Error(`Place ${booking.placeId} is not that of ${booking._id}`);
  const reminder = await transaction.get('outbox', reminderIdOf(booking._id));
  await transaction.put('sessionPlaces', { ...place, taken: false });
  await transaction.put('bookings', withBookingStep(booking, state, by));
  if (reminder?.state !== 'waiting' && reminder?.state !== 'held') return;
  const history = [...reminder.history, { at: by.at, state: 'givenUp' as const, reason: 'withdrawn' }];
  await transaction.put('outbox', { ...reminder, state: 'givenUp', reason: 'withdrawn', history });
}

/** Ends the session that was booked with a voucher, in the caller's transaction, if there is one that is not over. */
export async function endBookingOf(transaction: Transaction, voucher: Voucher, by: By): Promise<void> {
  const booking = voucher.booking === undefined ? null : await transaction.get('bookings', voucher.booking.bookingId);
  if (booking?.state === 'booked' && by.at <= booking.endsAt) await endBooking(transaction, booking, 'cancelled', by);
}

/** Takes an unused voucher away in the caller's transaction; a session that was booked with it and is not over gets its place back. */
export async function takeVoucherAway(
  transaction: Transaction,
  voucher: Voucher,
  by: { readonly at: number; readonly staffId: string; readonly reason: string },
): Promise<void> {
  await endBookingOf(transaction, voucher, { at: by.at, by: by.staffId });
  await transaction.put('vouchers', revokeVoucher(without(voucher, 'booking'), by));
}
