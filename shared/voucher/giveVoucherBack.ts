import { freeCopy } from './issueCopy';
import { revokeVoucher } from './revokeVoucher';
import type { Voucher } from './types';

/** What there is of a voucher once its buyer has given it back. */
export interface GivenVoucher {
  /** What it was, revoked, under an id of its own: so its code still tells what became of it. */
  readonly kept: Voucher;
  /** The numbered unit as it is free again; null where vouchers of this coupon are made as they are asked for. */
  readonly free: Voucher | null;
}

/**
 * Gives an unused voucher that was bought with points back. It is a redemption that did not take place (product.md, Exact readings:
 * "Redemptions can be cancelled before hand-over"), as with goods, so its unit can be redeemed again; only the copy is kept aside.
 */
export function giveVoucherBack(voucher: Voucher, by: { readonly at: number; readonly memberId: string }): GivenVoucher {
  const { n, ...revoked } = revokeVoucher(voucher, { at: by.at, staffId: by.memberId, reason: 'cancel' });
  const free = n === undefined ? null : freeCopy(voucher._id, voucher.couponId, n);
  return { kept: { ...revoked, _id: `${voucher._id}~${voucher.code ?? ''}` }, free };
}
