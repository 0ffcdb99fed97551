import { planRow } from '@shared/tier/rows';
import { get } from '../../adapters/database';
import { refuseRow, rowApplier } from '../store/rowApplier';
import { writeDocument } from '../store/writeDocument';

/** Paid memberships. What was bought keeps its terms; new terms are for who buys next. */
export const applyPlan = rowApplier(
  planRow,
  (row) => row.id,
  async ({ id, name, detail, days, multiplier, pricePercent, ...row }, { dryRun }) => {
    const couponIds = row.coupons ?? [];
    for (const coupon of couponIds) {
      if ((await get('coupons', coupon)) === null) return refuseRow('row.unknownCoupon', { coupon });
    }
    const plan = { _id: id, name, detail, days, multiplier, pricePercent, couponIds, order: row.order ?? 0, active: row.active ?? true };
    return writeDocument('plans', { ...plan, priceFen: row.priceFen ?? null, points: row.points ?? null }, dryRun);
  },
);
