import { accept } from '@shared/kernel/refusal';
import type { Coupon } from '@shared/voucher/types';
import { cacheLifeMs } from '../../adapters/cached';
import { find } from '../../adapters/database';
import { pause } from '../../adapters/pause';
import { transact } from '../../adapters/transact';
import { loadProgramme } from '../store/loadProgramme';
import { takeVoucherAway } from './booking/endBooking';

/** Vouchers looked at per read. */
const batchVouchers = 100;
const couponsMax = 20;
/** start, voucher, voucher, commit. */
const operationsPerVoucher = 4;

interface RevokeResult {
  readonly revoked: number;
  readonly busy: number;
  readonly more: boolean;
}

/**
 * Takes away every unused voucher of coupons that were revoked. A coupon is done when none is left and no instance can still believe
 * that it is given out. Paced; running twice is harmless, since only unused ones are found.
 */
export async function revokeVouchers(now: number, clock: () => number, untilMs: number): Promise<RevokeResult> {
  const { jobOperationsPerSecond } = await loadProgramme(now);
  const pauseMs = (1000 * operationsPerVoucher) / jobOperationsPerSecond;
  const began = clock();
  let [revoked, busy] = [0, 0];
  for (const coupon of await find('coupons', { 'revoked.done': false }, { limit: couponsMax })) {
    for (;;) {
      const found = await find('vouchers', { couponId: coupon._id, state: { anyOf: ['issued', 'gifting'] } }, { limit: batchVouchers });
      for (const { _id } of found) {
        if (clock() >= untilMs) return { revoked, busy, more: true };
        if (await revokeOne(_id, coupon, now)) revoked += 1;
        else busy += 1;
        await pause(began + (revoked + busy) * pauseMs - clock());
      }
      if (busy > 0 || found.length === 0) break;
    }
    const settled = busy === 0 && now > (coupon.revoked?.at ?? now) + 2 * cacheLifeMs;
    if (settled) await markDone(coupon._id);
  }
  return { revoked, busy, more: busy > 0 };
}

async function revokeOne(voucherId: string, { revoked }: Coupon, at: number): Promise<boolean> {
  const outcome = await transact(async (transaction) => {
    const voucher = await transaction.get('vouchers', voucherId);
    // Somebody may have used it since it was found.
    if (voucher === null || revoked === undefined || (voucher.state !== 'issued' && voucher.state !== 'gifting')) return accept(null);
    await takeVoucherAway(transaction, voucher, { at, staffId: revoked.staffId, reason: revoked.reason });
    return accept(null);
  });
  return outcome.ok;
}

async function markDone(couponId: string): Promise<void> {
  await transact(async (transaction) => {
    const coupon = await transaction.get('coupons', couponId);
    if (coupon?.revoked !== undefined) await transaction.put('coupons', { ...coupon, revoked: { ...coupon.revoked, done: true } });
    return accept(null);
  });
}
