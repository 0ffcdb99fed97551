import { accept, type Outcome } from '@shared/kernel/refusal';
import { dayOf, type Day } from '@shared/kernel/time';
import type { ShopBookingPage } from '@shared/voucher/booking/contract';
import type { BookingState } from '@shared/voucher/booking/types';
import { viewBooking } from '@shared/voucher/booking/view';
import { find } from '../../../adapters/database';
import { pageThrough } from '../../../adapters/pageThrough';
import type { TillCaller } from '../../store/admitStaff';
import { loadCounter } from '../loadCounter';

const pageRows = 50;
/** Who gave their place back is of no interest; who was told not to come may come all the same. */
const listed: readonly BookingState[] = ['booked', 'attended', 'calledOff'];

/** Who comes to the caller's shop on a day (today), by time: what they are called and the end of their card, no other personal fact. */
export async function ofDay(
  who: TillCaller,
  { day, cursor }: { day?: Day | undefined; cursor?: string | undefined },
): Promise<Outcome<ShopBookingPage>> {
  const { coupons, mall, offsetMinutes } = await loadCounter(who);
  const { rows, next } = await pageThrough(
    {
      collection: 'bookings',
      filter: { shopId: who.shop._id, day: day ?? dayOf(who.now, offsetMinutes), state: { anyOf: listed } },
      field: 'startsAt',
      valueOf: (booking) => booking.startsAt,
      direction: 'asc',
      from: 0,
      rows: pageRows,
    },
    cursor,
  );
  const ids = [...new Set(rows.map(({ memberId }) => memberId))];
  const members = ids.length === 0 ? [] : await find('members', { memberId: { anyOf: ids } }, { limit: pageRows });
  const bookings = rows.flatMap((booking) => {
    const coupon = coupons.get(booking.couponId);
    if (coupon === undefined) return [];
    const member = members.find(({ memberId }) => memberId === booking.memberId);
    const { bookingId, standing, startsAt, endsAt } = viewBooking({ ...booking, bookingId: booking._id }, coupon, mall.shops, who.now);
    const { nickname = '', cardNumber = '' } = member ?? {};
    return [{ bookingId, standing, name: coupon.name, startsAt, endsAt, nickname, cardTail: cardNumber.slice(-4) }];
  });
  return accept({ bookings, next });
}
