import { accept, type Outcome } from '@shared/kernel/refusal';
import { addMonths, startOfDayMs } from '@shared/kernel/time';
import type { SettlementRow } from '@shared/voucher/contract';
import type { Coupon, Voucher } from '@shared/voucher/types';
import { pageThrough } from '../../adapters/pageThrough';
import type { StaffCaller } from '../store/admitStaff';
import { loadProgramme } from '../store/loadProgramme';
import { loadCoupons } from './loadCoupons';

const pageRows = 200;

interface Page {
  readonly rows: readonly SettlementRow[];
  readonly next: string | null;
}

/**
 * Redeemed vouchers of partners' coupons (异业联盟) in one month of programme time, coupon by coupon, with what each was worth. The
 * cursor is `<coupon>!<place within it>`.
 */
export async function settlement(who: StaffCaller, input: { month: string; cursor?: string | undefined }): Promise<Outcome<Page>> {
  const [all, { offsetMinutes }] = await Promise.all([loadCoupons(who.now), loadProgramme(who.now)]);
  const from = startOfDayMs(`${input.month}-01`, offsetMinutes);
  const before = startOfDayMs(`${addMonths(input.month, 1)}-01`, offsetMinutes);
  const [couponId = '', place] = (input.cursor ?? '').split('!');
  const coupons = [...all.values()]
    .filter((coupon) => coupon.partnerId !== null && coupon._id >= couponId)
    .sort((a, b) => (a._id < b._id ? -1 : 1));
  for (const coupon of coupons) {
    const page = await pageThrough(
      {
        collection: 'vouchers',
        filter: { couponId: coupon._id },
        field: 'redeemed.at',
        valueOf: (voucher) => voucher.redeemed?.at ?? 0,
        direction: 'asc',
        from,
        rows: pageRows,
      },
      coupon._id === couponId ? place : undefined,
    );
    const rows = page.rows.filter((voucher) => (voucher.redeemed?.at ?? before) < before).map((voucher) => rowOf(coupon, voucher));
    const whole = page.next === null || rows.length < page.rows.length;
    const following = coupons[coupons.indexOf(coupon) + 1];
    if (!whole) return accept({ rows, next: `${coupon._id}!${page.next}` });
    if (rows.length > 0) return accept({ rows, next: following === undefined ? null : following._id });
  }
  return accept({ rows: [], next: null });
}

function rowOf({ _id, partnerId, name }: Coupon, voucher: Voucher): SettlementRow {
  const { at = 0, shopId = '', discountFen = 0 } = voucher.redeemed ?? {};
  return { partnerId: partnerId ?? '', couponId: _id, name, voucherId: voucher._id, at, shopId, discountFen };
}
