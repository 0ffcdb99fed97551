import { refuse, accept, type Outcome } from '@shared/kernel/refusal';
import { decideCancelVoucher, type CancelRefusal, type Cancelling } from '@shared/reward/decideCancel';
import { isLive } from '@shared/voucher/booking/decideBooking';
import { stands } from '@shared/voucher/claims';
import { giveVoucherBack } from '@shared/voucher/giveVoucherBack';
import type { Claim, Coupon } from '@shared/voucher/types';
import { without } from '@shared/voucher/without';
import { find } from '../../adapters/database';
import type { Transaction } from '../../adapters/transact';
import { endBookingOf } from './booking/endBooking';
import { loadCoupons } from './loadCoupons';

/** More claims than one tap ever made. */
const claimsMax = 20;

/** What giving back needs and a transaction cannot ask for: every coupon, and what the tap that bought it had claimed. */
export interface BoughtWith {
  readonly coupons: ReadonlyMap<string, Coupon>;
  readonly claims: readonly Claim[];
}

/** Reads it. */
export async function loadBoughtWith(now: number, memberId: string, key: string): Promise<BoughtWith> {
  const [coupons, claims] = await Promise.all([loadCoupons(now), find('claims', { memberId, key }, { limit: claimsMax })]);
  return { coupons, claims };
}

/**
 * Takes a voucher back that its buyer cancels, in the caller's transaction: a session that is booked with it and can still be cancelled
 * gets its place back, its unit is free for others, and its claim does not count towards the buyer's limit any more.
 */
export async function giveBack(
  transaction: Transaction,
  voucherId: string,
  { coupons, claims }: BoughtWith,
  by: Cancelling,
): Promise<Outcome<null, CancelRefusal>> {
  const found = await transaction.get('vouchers', voucherId);
  const coupon = coupons.get(found?.couponId ?? '');
  const decided = decideCancelVoucher(found, coupon, by);
  if (!decided.ok) return decided;
  const voucher = decided.value;
  if (coupon === undefined) return refuse('cancel.unknown');
  const { memberId, now: at } = by;
  // A session that was missed stays so.
  if (isLive(voucher.booking, coupon, at)) await endBookingOf(transaction, voucher, { at, by: memberId });
  const { kept, free } = giveVoucherBack(without(voucher, 'booking'), { at, memberId });
  await (free === null ? transaction.remove('vouchers', voucherId) : transaction.put('vouchers', free));
  await transaction.add('vouchers', [kept]);
  for (const { _id } of claims.filter((claim) => claim.voucherId === voucherId && stands(claim))) {
    const claim = await transaction.get('claims', _id);
    if (claim?.voucherId === voucherId) await transaction.put('claims', { ...claim, cancelledAt: at });
  }
  return accept(null);
}
