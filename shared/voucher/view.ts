import type { Bilingual } from '../kernel/bilingual';
import type { Day } from '../kernel/time';
import type { Shop } from '../store/types';
import { viewVoucherBooking, type BookingView } from './booking/view';
import { boughtBy } from './boughtBy';
import { settleGift } from './gift';
import type { Benefit, Coupon, Voucher } from './types';

/** What a coupon gives and when and where, as every screen shows it. */
export interface CouponTerms {
  readonly couponId: string;
  readonly name: Bilingual;
  readonly detail: Bilingual;
  readonly benefit: Benefit;
  readonly shopNames: readonly Bilingual[];
  readonly weekdays: readonly number[];
  readonly hours: { readonly from: string; readonly to: string } | null;
  /** Whether it holds for some categories or goods only. */
  readonly narrowed: boolean;
  readonly giftable: boolean;
}

/** Where a voucher stands for its holder: `usable` from its first day on (before: `early`). */
export type VoucherStanding = 'usable' | 'early' | 'gifting' | 'used' | 'lapsed' | 'revoked';

/** A voucher as its holder sees it. */
export interface VoucherView {
  readonly voucherId: string;
  readonly code: string;
  readonly standing: VoucherStanding;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly issuedAt: number;
  readonly usedAt: number | null;
  readonly usedShop: Bilingual | null;
  /** An open gift: its token, so that the link can be shown again, and until when it waits. */
  readonly gift: { readonly token: string; readonly until: number } | null;
  /** The session booked with it, the last one when it was missed; null: none. */
  readonly booking: BookingView | null;
  /** What its buyer cancels while it is not used; null where they did not buy it with points. */
  readonly redemptionId: string | null;
  readonly terms: CouponTerms;
}

/** What a coupon gives, when and where. */
export function viewTerms(coupon: Coupon, shops: ReadonlyMap<string, Shop>): CouponTerms {
  const { _id, name, detail, benefit, scope, weekdays, hours, giftable } = coupon;
  const shopIds = coupon.sessions === undefined ? scope.shopIds : [...new Set(coupon.sessions.slots.map((slot) => slot.shopId))];
  const shopNames = shopIds.map((id) => shops.get(id)?.name ?? { zh: id, en: id });
  const narrowed = scope.categoryIds.length + scope.productIds.length > 0;
  return { couponId: _id, name, detail, benefit, shopNames, weekdays, hours, narrowed, giftable };
}

/** Where a voucher stands on a day. */
export function standingOf(voucher: Voucher, at: number, today: Day): VoucherStanding {
  const { state, startsOn = today, endsOn = today } = settleGift(voucher, at);
  if (state === 'redeemed') return 'used';
  if (state === 'revoked') return 'revoked';
  if (endsOn < today) return 'lapsed';
  if (state === 'gifting') return 'gifting';
  return startsOn > today ? 'early' : 'usable';
}

/** A voucher as its holder sees it. */
export function viewVoucher(
  voucher: Voucher,
  coupon: Coupon,
  shops: ReadonlyMap<string, Shop>,
  now: { readonly at: number; readonly today: Day },
): VoucherView {
  const { _id, code = '', startsOn = now.today, endsOn = now.today, issuedAt = 0, redeemed, gift } = voucher;
  const standing = standingOf(voucher, now.at, now.today);
  return {
    voucherId: _id,
    code,
    standing,
    startsOn,
    endsOn,
    issuedAt,
    usedAt: redeemed?.at ?? null,
    usedShop: redeemed === undefined ? null : (shops.get(redeemed.shopId)?.name ?? null),
    gift: standing === 'gifting' && gift !== undefined ? { token: gift.token, until: gift.until } : null,
    booking: viewVoucherBooking(voucher, coupon, shops, now.at),
    redemptionId: boughtBy(voucher),
    terms: viewTerms(coupon, shops),
  };
}
