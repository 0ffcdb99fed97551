import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { addDays } from '@shared/kernel/time';
import type { Member } from '@shared/member/types';
import { newBooking } from '@shared/voucher/booking/bookingSteps';
import { choosePlace } from '@shared/voucher/booking/choosePlace';
import type { BookingReceipt } from '@shared/voucher/booking/contract';
import { decideBooking, judgeChange, opensDaysOf, type BookRefusal, type ChangeRefusal } from '@shared/voucher/booking/decideBooking';
import { findSession } from '@shared/voucher/booking/sessions';
import type { Booking, Session, Timetable, VoucherBooking } from '@shared/voucher/booking/types';
import { asHadBy } from '@shared/voucher/gift';
import type { Voucher } from '@shared/voucher/types';
import { without } from '@shared/voucher/without';
import { find } from '../../../adapters/database';
import type { Caller } from '../../../adapters/serve';
import { transact, type Transaction } from '../../../adapters/transact';
import { loadWallet, type Wallet } from '../loadWallet';
import { endBooking } from './endBooking';
import { loadEarly } from './loadEarly';
import { reminderOf } from './reminder';

/** Rounds of looking for a free place before the caller is told to come back. */
const roundsMax = 8;
/** More places than any session has. */
const placesMax = 1000;

interface Wish {
  readonly key: string;
  readonly voucherId: string;
  readonly sessionId: string;
  readonly member: Pick<Member, 'memberId' | 'accountId'>;
  /** The booking that is given up for it, in the same transaction. */
  readonly movedFrom: string | null;
}

interface Setting {
  readonly caller: Caller;
  readonly wish: Wish;
  readonly wallet: Wallet;
  /** Whether their tier books earlier; looked up only for a session that is not open for everybody yet. */
  readonly early: boolean;
  /** The place to try; null: every one is committed as taken, or there is no such session. */
  readonly placeId: string | null;
}

type Refused = BookRefusal | ChangeRefusal | 'booking.full' | 'key.reused';

/**
 * Takes one place of a session with a voucher. Places are documents with a number, so two takers never have the same one, and "full" is
 * said only when all are committed as taken. The booking is named after the tap: the same tap again is told what it got.
 */
export async function takeSession(caller: Caller, wish: Wish): Promise<Outcome<BookingReceipt, Refused | 'busy.tryAgain'>> {
  const wallet = await loadWallet(caller);
  const early = await booksEarly(caller, wish, wallet);
  for (let round = 1; round <= roundsMax; round += 1) {
    const setting: Setting = { caller, wish, wallet, early, placeId: await findPlace(caller, wish.sessionId, wallet) };
    const outcome = await transact((transaction) => take(transaction, setting));
    if (outcome.ok) return outcome;
    const { code, args } = outcome.refusal;
    if (code !== 'taken') return refuse(code, args);
  }
  return refuse('busy.tryAgain');
}

/** The session that an id names, and its timetable; null where there is none. */
function namedBy(
  sessionId: string,
  { coupons, offsetMinutes }: Wallet,
): { readonly session: Session; readonly timetable: Timetable } | null {
  const coupon = coupons.get(sessionId.slice(0, sessionId.indexOf(':')));
  const session = coupon === undefined ? null : findSession(coupon, sessionId, offsetMinutes);
  return session === null || coupon?.sessions === undefined ? null : { session, timetable: coupon.sessions };
}

async function booksEarly({ now }: Caller, { sessionId, member }: Wish, wallet: Wallet): Promise<boolean> {
  const named = namedBy(sessionId, wallet);
  const open = named === null || wallet.today >= addDays(named.session.day, -opensDaysOf(named.timetable, false));
  return !open && (await loadEarly(member, named.timetable, now))?.mine === true;
}

async function findPlace({ random }: Caller, sessionId: string, wallet: Wallet): Promise<string | null> {
  const session = namedBy(sessionId, wallet)?.session ?? null;
  if (session === null) return null;
  const taken = await find('sessionPlaces', { sessionId, taken: true }, { limit: placesMax });
  const [high = 0, low = 0] = random(2);
  return choosePlace(session, taken, (high * 256 + low) / 65_536);
}

async function take(transaction: Transaction, setting: Setting): Promise<Outcome<BookingReceipt, Refused | 'taken'>> {
  const { caller, wish, wallet, placeId, early } = setting;
  const { voucherId, sessionId, movedFrom } = wish;
  const { memberId } = wish.member;
  const bookingId = `${memberId}:${wish.key}`;
  const [made, found] = [await transaction.get('bookings', bookingId), await transaction.get('vouchers', voucherId)];
  if (made !== null) return repeat(made, found, setting);
  const coupon = wallet.coupons.get(found?.couponId ?? '');
  const old = movedFrom === null ? null : await transaction.get('bookings', movedFrom);
  const given = movedFrom === null ? null : judgeChange(old, coupon, { memberId, at: caller.now });
  if (given?.ok === false) return given;
  const free = given === null || found === null ? found : without(found, 'booking');
  const session = coupon === undefined ? null : findSession(coupon, sessionId, wallet.offsetMinutes);
  const { today, mall } = wallet;
  const decided = decideBooking(free, coupon, { memberId, session, at: caller.now, today, early, shops: mall.shops });
  if (!decided.ok) return decided;
  if (old?.sessionId === sessionId) return refuse('booking.already');
  if (placeId === null) return refuse('booking.full');
  const place = await transaction.get('sessionPlaces', placeId);
  if (place?.taken === true) return refuse('taken');
  if (given !== null) await endBooking(transaction, given.value, 'moved', { at: caller.now, by: memberId });
  const couponId = decided.value.voucher.couponId;
  const booking = newBooking({ _id: bookingId, voucherId, couponId, memberId, placeId, movedFrom }, decided.value.session, caller.now);
  const voucher: Voucher = { ...decided.value.voucher, booking: noteOf(booking) };
  await transaction.put('sessionPlaces', { _id: placeId, sessionId, couponId, startsAt: booking.startsAt, taken: true, bookingId });
  await transaction.put('vouchers', voucher);
  await transaction.add('bookings', [booking]);
  const reminder = reminderOf(booking, wallet, caller.now);
  if (reminder !== null) await transaction.add('outbox', [reminder]);
  return accept({ voucher: wallet.view(voucher) });
}

function noteOf({ _id: bookingId, sessionId, shopId, startsAt, endsAt }: Booking): VoucherBooking {
  return { bookingId, sessionId, shopId, startsAt, endsAt };
}

/** What the tap did, with the voucher as it is now, or as it was when it is somebody else's by now. */
function repeat(
  made: Booking,
  found: Voucher | null,
  { wish, wallet }: Setting,
): Outcome<BookingReceipt, 'key.reused' | 'voucher.unknown'> {
  const { voucherId, sessionId, movedFrom } = wish;
  if (made.voucherId !== voucherId || made.sessionId !== sessionId || made.movedFrom !== movedFrom) return refuse('key.reused');
  return found === null ? refuse('voucher.unknown') : accept({ voucher: wallet.view(asHadBy(found, wish.member.memberId)) });
}
