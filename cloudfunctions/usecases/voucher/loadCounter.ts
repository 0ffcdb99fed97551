import { dayOf, type Day } from '@shared/kernel/time';
import { viewPack, type Pack } from '@shared/reward/pack';
import { viewVoucherBooking } from '@shared/voucher/booking/view';
import { isForCounter } from '@shared/voucher/decideCounterUse';
import type { UseSituation } from '@shared/voucher/judgeUse';
import type { TicketCheck } from '@shared/voucher/contract';
import type { Coupon, Voucher } from '@shared/voucher/types';
import { loadMall, type Mall } from '../reward/loadMall';
import type { TillCaller } from '../store/admitStaff';
import { loadProgramme } from '../store/loadProgramme';
import { loadCoupons } from './loadCoupons';

/** What the counter needs to judge a voucher or a pack: everything at most 30 s old. */
export interface Counter {
  readonly coupons: ReadonlyMap<string, Coupon>;
  readonly mall: Mall;
  readonly offsetMinutes: number;
  readonly today: Day;
  readonly here: UseSituation;
}

/** Reads it for whoever stands at a till. */
export async function loadCounter(who: TillCaller): Promise<Counter> {
  const [coupons, mall, { offsetMinutes }] = await Promise.all([loadCoupons(who.now), loadMall(who.now), loadProgramme(who.now)]);
  const here = { at: who.now, offsetMinutes, shopId: who.shop._id, shops: mall.shops, quoteId: null };
  return { coupons, mall, offsetMinutes, today: dayOf(who.now, offsetMinutes), here };
}

/** A voucher as staff see it. */
export function viewTicket(voucher: Voucher, coupon: Coupon | undefined, { mall, here }: Counter): TicketCheck {
  if (coupon === undefined) throw new Error(`Voucher ${voucher._id} has no coupon`);
  const { code = '', endsOn = '' } = voucher;
  const { name, detail, benefit } = coupon;
  const booking = viewVoucherBooking(voucher, coupon, mall.shops, here.at);
  return { kind: 'voucher', code, name, detail, benefit, endsOn, atCounter: isForCounter(benefit), booking };
}

/** A pack as staff see it. */
export function viewPackTicket(pack: Pack, { mall, today }: Counter): TicketCheck {
  const reward = mall.rewards.find((each) => each._id === pack.rewardId);
  return { kind: 'pack', code: pack.code, pack: viewPack(pack, reward, mall.shops, today) };
}
