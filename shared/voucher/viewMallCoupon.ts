import type { Day } from '../kernel/time';
import type { RewardView } from '../reward/types';
import type { Shop } from '../store/types';
import type { Coupon } from './types';

/** A coupon as the points mall shows it; null where it is not sold there, or not any more. `left` counts free units. */
export function viewMallCoupon(coupon: Coupon, shops: ReadonlyMap<string, Shop>, today: Day, left: number): RewardView | null {
  const { _id, name, detail, points, validity, scope, totalMax, active } = coupon;
  const over = validity.kind === 'fixed' && validity.to < today;
  if (points === null || !active || over) return null;
  const shopNames = scope.shopIds.map((id) => shops.get(id)?.name ?? { zh: id, en: id });
  return { id: _id, name, detail, kind: 'voucher', pack: null, points, left: totalMax === null ? null : left, shopNames };
}
