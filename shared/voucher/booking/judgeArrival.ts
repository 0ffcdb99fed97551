import { accept, refuse, type Outcome } from '../../kernel/refusal';
import { clockOf, dayOf, minuteMs } from '../../kernel/time';
import type { UseSituation } from '../judgeUse';
import type { Coupon, Voucher } from '../types';
import { lateUntil } from './sessions';

export type ArrivalRefusal = 'booking.needed' | 'booking.calledOff' | 'booking.otherShop' | 'booking.tooEarly' | 'booking.missed';

/**
 * Whether somebody with a voucher that needs a booking is here in time: at the shop they booked, from `earlyMinutes` before the start to
 * `lateMinutes` after it, both included. A voucher of a coupon without sessions is used without one.
 */
export function judgeArrival(voucher: Voucher, coupon: Coupon, here: UseSituation): Outcome<Voucher, ArrivalRefusal> {
  const { sessions } = coupon;
  if (sessions === undefined) return accept(voucher);
  const { booking } = voucher;
  if (booking === undefined) return refuse('booking.needed');
  const clock = (at: number): string => `${dayOf(at, here.offsetMinutes)} ${clockOf(at, here.offsetMinutes)}`;
  const at = clock(booking.startsAt);
  if (booking.calledOff === true) return refuse('booking.calledOff', { at });
  if (here.at > lateUntil(booking, sessions)) return refuse('booking.missed', { at, minutes: sessions.lateMinutes });
  if (booking.shopId !== here.shopId) {
    const shop = here.shops.get(booking.shopId)?.name ?? { zh: booking.shopId, en: booking.shopId };
    return refuse('booking.otherShop', { at, shopZh: shop.zh, shopEn: shop.en });
  }
  const from = booking.startsAt - sessions.earlyMinutes * minuteMs;
  return here.at < from ? refuse('booking.tooEarly', { at, from: clock(from) }) : accept(voucher);
}
