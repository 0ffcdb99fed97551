import { dayOf, type Day } from '@shared/kernel/time';
import type { Coupon, Voucher } from '@shared/voucher/types';
import { viewVoucher, type VoucherView } from '@shared/voucher/view';
import type { Caller } from '../../adapters/serve';
import { loadMall, type Mall } from '../reward/loadMall';
import { loadProgramme } from '../store/loadProgramme';
import { loadCoupons } from './loadCoupons';

/** What showing vouchers needs besides them: everything at most 30 s old. */
export interface Wallet {
  readonly coupons: ReadonlyMap<string, Coupon>;
  readonly mall: Mall;
  readonly today: Day;
  readonly offsetMinutes: number;
  /** A voucher as its holder sees it. */
  readonly view: (voucher: Voucher) => VoucherView;
}

/** Reads it for a caller. */
export async function loadWallet({ now }: Pick<Caller, 'now'>): Promise<Wallet> {
  const [coupons, mall, { offsetMinutes }] = await Promise.all([loadCoupons(now), loadMall(now), loadProgramme(now)]);
  const today = dayOf(now, offsetMinutes);
  return {
    coupons,
    mall,
    today,
    offsetMinutes,
    view(voucher) {
      const coupon = coupons.get(voucher.couponId);
      if (coupon === undefined) throw new Error(`Voucher ${voucher._id} has no coupon`);
      return viewVoucher(voucher, coupon, mall.shops, { at: now, today });
    },
  };
}
