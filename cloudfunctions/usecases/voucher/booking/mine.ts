import { accept, type Outcome } from '@shared/kernel/refusal';
import type { BookingPage } from '@shared/voucher/booking/contract';
import { viewBooking } from '@shared/voucher/booking/view';
import { pageThrough } from '../../../adapters/pageThrough';
import type { Caller } from '../../../adapters/serve';
import { findMember } from '../../member/findMember';
import { loadWallet } from '../loadWallet';

const pageRows = 20;

/** The caller's bookings, the latest session first, whatever became of them. */
export async function mine(caller: Caller, { cursor }: { cursor?: string | undefined }): Promise<Outcome<BookingPage, 'member.unknown'>> {
  const member = await findMember(caller);
  if (!member.ok) return member;
  const { coupons, mall } = await loadWallet(caller);
  const { rows, next } = await pageThrough(
    {
      collection: 'bookings',
      filter: { memberId: member.value.memberId },
      field: 'startsAt',
      valueOf: (booking) => booking.startsAt,
      direction: 'desc',
      from: Number.MAX_SAFE_INTEGER,
      rows: pageRows,
    },
    cursor,
  );
  const bookings = rows.flatMap((booking) => {
    const coupon = coupons.get(booking.couponId);
    if (coupon === undefined) return [];
    const seen = viewBooking({ ...booking, bookingId: booking._id }, coupon, mall.shops, caller.now);
    return [{ ...seen, voucherId: booking.voucherId, name: coupon.name }];
  });
  return accept({ bookings, next });
}
