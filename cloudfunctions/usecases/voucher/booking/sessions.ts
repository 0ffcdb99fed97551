import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { addDays } from '@shared/kernel/time';
import type { SessionList, SessionView } from '@shared/voucher/booking/contract';
import { isLive, opensDaysOf } from '@shared/voucher/booking/decideBooking';
import { closesAt, sessionsBetween } from '@shared/voucher/booking/sessions';
import type { Timetable } from '@shared/voucher/booking/types';
import type { Coupon, Voucher } from '@shared/voucher/types';
import { countBy, get } from '../../../adapters/database';
import type { Caller } from '../../../adapters/serve';
import { findMember } from '../../member/findMember';
import { loadWallet, type Wallet } from '../loadWallet';
import { loadEarly } from './loadEarly';

/** More sessions than a timetable can have in the time that booking is open. */
const sessionsMax = 1000;

/** The sessions that one of the caller's vouchers can be booked for now, with the places left, and the rules that go with them. */
export async function sessions(
  caller: Caller,
  { voucherId }: { voucherId: string },
): Promise<Outcome<SessionList, 'member.unknown' | 'voucher.unknown' | 'booking.walkIn' | 'booking.paused'>> {
  const [member, voucher, wallet] = await Promise.all([findMember(caller), get('vouchers', voucherId), loadWallet(caller)]);
  if (!member.ok) return member;
  const coupon = wallet.coupons.get(voucher?.couponId ?? '');
  if (voucher === null || coupon === undefined || voucher.memberId !== member.value.memberId) return refuse('voucher.unknown');
  if (coupon.sessions === undefined) return refuse('booking.walkIn');
  if (!coupon.active) return refuse('booking.paused');
  const early = await loadEarly(member.value, coupon.sessions, caller.now);
  const opensDays = opensDaysOf(coupon.sessions, early?.mine === true);
  const open = await openSessions(voucher, coupon, { timetable: coupon.sessions, opensDays }, wallet, caller.now);
  // In the timetable's order, which is the coupon's own.
  const shopIds = [...new Set(coupon.sessions.slots.map(({ shopId }) => shopId))].filter((id) => open.some(({ shopId }) => shopId === id));
  const { booking } = voucher;
  const { closesHours, earlyMinutes, lateMinutes } = coupon.sessions;
  return accept({
    name: coupon.name,
    shops: shopIds.map((shopId) => ({ shopId, name: wallet.mall.shops.get(shopId)?.name ?? { zh: shopId, en: shopId } })),
    sessions: open,
    booked: isLive(booking, coupon, caller.now) ? { bookingId: booking.bookingId, sessionId: booking.sessionId } : null,
    ...{ opensDays, early, closesHours, earlyMinutes, lateMinutes },
  });
}

async function openSessions(
  { startsOn = '', endsOn = '' }: Voucher,
  coupon: Coupon,
  { timetable, opensDays }: { readonly timetable: Timetable; readonly opensDays: number },
  { today, mall, offsetMinutes }: Wallet,
  now: number,
): Promise<readonly SessionView[]> {
  const last = addDays(today, opensDays);
  const [from, to] = [startsOn > today ? startsOn : today, endsOn < last ? endsOn : last];
  const open = sessionsBetween(coupon, from, to, offsetMinutes).filter(
    (session) => now <= closesAt(session, timetable) && mall.shops.get(session.shopId)?.active === true,
  );
  const filter = { couponId: coupon._id, taken: true, startsAt: { op: 'gt' as const, value: now } };
  const taken = open.length === 0 ? new Map<string, number>() : await countBy('sessionPlaces', filter, 'sessionId', sessionsMax);
  return open.map(({ sessionId, shopId, day, startsAt, endsAt, places }) => {
    const left = Math.max(0, places - (taken.get(sessionId) ?? 0));
    return { sessionId, shopId, day, startsAt, endsAt, left };
  });
}
