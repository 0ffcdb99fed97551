import { accept } from '@shared/kernel/refusal';
import { clockOf, dayOf } from '@shared/kernel/time';
import { draftMessage } from '@shared/message/draftMessage';
import type { OutboxMessage } from '@shared/message/types';
import { calledOffSessions, canCallOff, withoutSession } from '@shared/voucher/booking/calledOff';
import type { Booking } from '@shared/voucher/booking/types';
import type { Coupon, Voucher } from '@shared/voucher/types';
import { find } from '../../../adapters/database';
import { transact } from '../../../adapters/transact';
import { queueMessage } from '../../message/queueMessage';
import { loadProgramme } from '../../store/loadProgramme';
import { pacer } from '../../store/pacer';
import { loadWallet, type Wallet } from '../loadWallet';
import { endBooking } from './endBooking';

/** start, booking, voucher, place, reminder, three writes, the message's three, commit. */
const operationsPerBooking = 12;
/** More places than any session has. */
const placesMax = 1000;

interface CallOffResult {
  readonly freed: number;
  readonly busy: number;
  readonly more: boolean;
}

/**
 * Frees everybody who booked a session that is called off, and tells them: the booking ends, its place and its reminder go, the voucher can
 * be booked again and lives long enough for it. Paced; running twice is harmless, since only live bookings are found, and those that are
 * made meanwhile by who still saw the old timetable are found by the next run.
 */
export async function callOffSessions(now: number, clock: () => number, untilMs: number): Promise<CallOffResult> {
  const [{ jobOperationsPerSecond }, wallet] = await Promise.all([loadProgramme(now), loadWallet({ now })]);
  const pace = pacer({ operationsPerSecond: jobOperationsPerSecond, clock, untilMs }, operationsPerBooking);
  let [freed, busy] = [0, 0];
  for (const coupon of wallet.coupons.values()) {
    for (const sessionId of calledOffSessions(coupon, wallet.today)) {
      for (const { bookingId } of await find('sessionPlaces', { sessionId, taken: true }, { limit: placesMax })) {
        if (clock() >= untilMs) return { freed, busy, more: true };
        const outcome = await freeOne(bookingId, coupon, wallet, now);
        if (outcome === 'freed') freed += 1;
        if (outcome === 'busy') busy += 1;
        await pace();
      }
    }
  }
  return { freed, busy, more: busy > 0 };
}

async function freeOne(bookingId: string, coupon: Coupon, wallet: Wallet, at: number): Promise<'freed' | 'kept' | 'busy'> {
  const outcome = await transact(async (transaction) => {
    const booking = await transaction.get('bookings', bookingId);
    if (booking === null || !canCallOff(booking, at)) return accept(false);
    const voucher = await transaction.get('vouchers', booking.voucherId);
    const { booking: note } = voucher ?? {};
    // Missed already, and the voucher booked again or given away since.
    if (voucher === null || note?.bookingId !== bookingId) return accept(false);
    const free = withoutSession({ ...voucher, booking: note }, coupon, booking.day, wallet.offsetMinutes);
    await endBooking(transaction, booking, 'calledOff', { at, by: 'calledOff' });
    await transaction.put('vouchers', free);
    await queueMessage(transaction, newsOf(booking, free, coupon, wallet, at));
    return accept(true);
  });
  if (!outcome.ok) return 'busy';
  return outcome.value ? 'freed' : 'kept';
}

function newsOf(booking: Booking, { endsOn = '' }: Voucher, { name }: Coupon, wallet: Wallet, at: number): OutboxMessage {
  const { _id: source, memberId, shopId, startsAt } = booking;
  const { mall, offsetMinutes } = wallet;
  const shop = mall.shops.get(shopId)?.name ?? { zh: shopId, en: shopId };
  const when = { day: dayOf(startsAt, offsetMinutes), clock: clockOf(startsAt, offsetMinutes) };
  return draftMessage({ kind: 'sessionCalledOff', source, memberId, facts: { name, shop, ...when, until: endsOn } }, at);
}
