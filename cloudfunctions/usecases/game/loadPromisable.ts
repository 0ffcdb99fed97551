import type { PromisableCoupons } from '@shared/game/checkPool';
import type { PoolContent } from '@shared/game/poolTypes';
import { addDays, startOfDayMs } from '@shared/kernel/time';
import { find } from '../../adapters/database';
import { loadProgramme } from '../store/loadProgramme';

/** Those of a pool's coupons that it may promise, read afresh: what is promised must hold at the very moment of publication. */
export async function loadPromisable({ prizes }: PoolContent, now: number): Promise<PromisableCoupons> {
  const ids = [...new Set(prizes.flatMap(({ award }) => (award.kind === 'voucher' ? [award.couponId] : [])))];
  if (ids.length === 0) return new Map();
  const [coupons, { offsetMinutes }] = await Promise.all([
    find('coupons', { _id: { anyOf: ids } }, { limit: ids.length }),
    loadProgramme(now),
  ]);
  // A coupon's own limit could run out while the pool still promises it.
  const unlimited = coupons.filter((coupon) => coupon.active && coupon.totalMax === null);
  return new Map(
    unlimited.map(({ _id, validity }) => [_id, validity.kind === 'fixed' ? startOfDayMs(addDays(validity.to, 1), offsetMinutes) : null]),
  );
}
