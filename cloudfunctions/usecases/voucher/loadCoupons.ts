import type { Coupon } from '@shared/voucher/types';
import { cached } from '../../adapters/cached';
import { countBy, find } from '../../adapters/database';

const couponsMax = 1000;

const load = cached(async (): Promise<ReadonlyMap<string, Coupon>> => {
  const coupons = await find('coupons', {}, { limit: couponsMax });
  return new Map(coupons.map((coupon) => [coupon._id, coupon]));
}, 1);

/** Every coupon by id, at most 30 s old; those no longer active too, since their vouchers live on. */
export function loadCoupons(now: number): Promise<ReadonlyMap<string, Coupon>> {
  return load('all', now);
}

const countUnits = cached(() => countBy('vouchers', { state: 'free' }, 'couponId', couponsMax), 1);

/** Free units per limited coupon, at most 30 s old: to be shown, never to decide by. */
export function loadUnitsLeft(now: number): Promise<ReadonlyMap<string, number>> {
  return countUnits('all', now);
}
