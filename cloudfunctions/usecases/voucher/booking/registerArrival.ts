import { withBookingStep, withoutArrival } from '@shared/voucher/booking/bookingSteps';
import type { Voucher } from '@shared/voucher/types';
import type { Transaction } from '../../../adapters/transact';

/** Marks the session that was booked with a voucher as attended, in the transaction that redeems it. */
export async function registerArrival(transaction: Transaction, { booking: note, redeemed }: Voucher): Promise<void> {
  const booking = note === undefined ? null : await transaction.get('bookings', note.bookingId);
  if (booking === null || redeemed === undefined) return;
  const { at, staffId, device } = redeemed;
  await transaction.put('bookings', { ...withBookingStep(booking, 'attended', { at, by: staffId }), arrival: { at, staffId, device } });
}

/** Takes the mark back, in the transaction that undoes the redemption. */
export async function undoArrival(
  transaction: Transaction,
  { booking: note }: Voucher,
  by: { readonly staffId: string; readonly at: number },
): Promise<void> {
  const booking = note === undefined ? null : await transaction.get('bookings', note.bookingId);
  if (booking === null) return;
  await transaction.put('bookings', withoutArrival(withBookingStep(booking, 'booked', { at: by.at, by: by.staffId })));
}
