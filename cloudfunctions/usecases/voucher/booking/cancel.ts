import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import type { BookingReceipt } from '@shared/voucher/booking/contract';
import { judgeChange, type ChangeRefusal } from '@shared/voucher/booking/decideBooking';
import { without } from '@shared/voucher/without';
import type { Caller } from '../../../adapters/serve';
import { transact } from '../../../adapters/transact';
import { findMember } from '../../member/findMember';
import { loadWallet } from '../loadWallet';
import { endBooking } from './endBooking';

/** Cancels one of the caller's bookings until it closes: the place is free, the voucher can be booked again. Again changes nothing. */
export async function cancel(
  caller: Caller,
  { bookingId }: { bookingId: string },
): Promise<Outcome<BookingReceipt, 'member.unknown' | ChangeRefusal | 'busy.tryAgain'>> {
  const member = await findMember(caller);
  if (!member.ok) return member;
  const { memberId } = member.value;
  const wallet = await loadWallet(caller);
  return transact(async (transaction): Promise<Outcome<BookingReceipt, ChangeRefusal>> => {
    const booking = await transaction.get('bookings', bookingId);
    const voucher = booking?.memberId === memberId ? await transaction.get('vouchers', booking.voucherId) : null;
    if (booking?.memberId !== memberId) return refuse('booking.unknown');
    // Somebody else's by now, or given back.
    if (voucher?.memberId !== memberId) return refuse('booking.over');
    if (booking.state === 'cancelled') return accept({ voucher: wallet.view(voucher) });
    const judged = judgeChange(booking, wallet.coupons.get(booking.couponId), { memberId, at: caller.now });
    if (!judged.ok) return judged;
    const unbooked = without(voucher, 'booking');
    await endBooking(transaction, booking, 'cancelled', { at: caller.now, by: memberId });
    await transaction.put('vouchers', unbooked);
    return accept({ voucher: wallet.view(unbooked) });
  });
}
