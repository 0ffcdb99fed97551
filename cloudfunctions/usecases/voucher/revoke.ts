import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { whenAndWhere } from '@shared/voucher/judgeUse';
import { find } from '../../adapters/database';
import { transact } from '../../adapters/transact';
import { record } from '../audit/record';
import { poolPromising } from '../game/poolPromising';
import { loadMall } from '../reward/loadMall';
import type { StaffCaller } from '../store/admitStaff';
import { loadProgramme } from '../store/loadProgramme';
import { takeVoucherAway } from './booking/endBooking';

/** Takes one unused voucher away, named by its code. One that is revoked already stays as it is. */
export async function revoke(
  who: StaffCaller,
  input: { code: string; reason: string },
): Promise<Outcome<{ readonly voucherId: string }, 'voucher.unknown' | 'voucher.done' | 'busy.tryAgain'>> {
  const [[named], mall, { offsetMinutes }] = await Promise.all([
    find('vouchers', { code: input.code }, { limit: 1 }),
    loadMall(who.now),
    loadProgramme(who.now),
  ]);
  if (named === undefined) return refuse('voucher.unknown');
  const outcome = await transact(async (transaction) => {
    const voucher = await transaction.get('vouchers', named._id);
    if (voucher === null) return refuse('voucher.unknown');
    if (voucher.state === 'redeemed') return refuse('voucher.done', whenAndWhere(voucher, { shops: mall.shops, offsetMinutes }));
    const by = { at: who.now, staffId: who.staff.staffId, reason: input.reason };
    if (voucher.state !== 'revoked') await takeVoucherAway(transaction, voucher, by);
    return accept({ voucherId: voucher._id });
  });
  await record(who, 'voucher.revoke', named._id, outcome.ok ? 'done' : outcome.refusal.code);
  return outcome;
}

/** Stops a coupon for good: no more are given out, and a job takes away those not used yet. Not one that a draw still promises. */
export async function revokeCoupon(
  who: StaffCaller,
  input: { couponId: string; reason: string },
): Promise<Outcome<{ readonly couponId: string }, 'voucher.noCoupon' | 'voucher.promised' | 'busy.tryAgain'>> {
  const pool = await poolPromising(input.couponId, who.now);
  if (pool !== null) return refuse('voucher.promised', { pool });
  const outcome = await transact(async (transaction) => {
    const coupon = await transaction.get('coupons', input.couponId);
    if (coupon === null) return refuse('voucher.noCoupon');
    const revoked = { at: who.now, staffId: who.staff.staffId, reason: input.reason, done: false };
    if (coupon.revoked === undefined) await transaction.put('coupons', { ...coupon, active: false, revoked });
    return accept({ couponId: coupon._id });
  });
  await record(who, 'voucher.revokeCoupon', input.couponId, outcome.ok ? 'done' : outcome.refusal.code);
  return outcome;
}
