import { refuse, type Outcome } from '@shared/kernel/refusal';
import type { BookingReceipt } from '@shared/voucher/booking/contract';
import type { BookRefusal, ChangeRefusal } from '@shared/voucher/booking/decideBooking';
import { get } from '../../../adapters/database';
import type { Caller } from '../../../adapters/serve';
import { findMember } from '../../member/findMember';
import { takeSession } from './takeSession';

type Refused = 'member.unknown' | 'booking.full' | 'key.reused' | 'busy.tryAgain' | BookRefusal;

/** Books a session with one of the caller's vouchers, once a tap. */
export async function book(
  caller: Caller,
  { key, voucherId, sessionId }: { key: string; voucherId: string; sessionId: string },
): Promise<Outcome<BookingReceipt, Refused>> {
  const member = await findMember(caller);
  if (!member.ok) return member;
  const outcome = await takeSession(caller, { key, voucherId, sessionId, member: member.value, movedFrom: null });
  if (outcome.ok) return outcome;
  const { code, args } = outcome.refusal;
  if (code === 'booking.unknown' || code === 'booking.over' || code === 'booking.fixed') throw new Error('Nothing is moved');
  return refuse(code, args);
}

/** Books another session in the place of a booking, once a tap; when it cannot be had, the booking stays as it is. */
export async function move(
  caller: Caller,
  { key, bookingId, sessionId }: { key: string; bookingId: string; sessionId: string },
): Promise<Outcome<BookingReceipt, Refused | ChangeRefusal>> {
  const [member, booking] = await Promise.all([findMember(caller), get('bookings', bookingId)]);
  if (!member.ok) return member;
  if (booking?.memberId !== member.value.memberId) return refuse('booking.unknown');
  return takeSession(caller, { key, voucherId: booking.voucherId, sessionId, member: member.value, movedFrom: bookingId });
}
