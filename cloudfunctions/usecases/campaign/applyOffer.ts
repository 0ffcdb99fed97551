import { offerRow, type OfferRow } from '@shared/campaign/rows';
import type { Offer, OfferEffect } from '@shared/campaign/types';
import { get } from '../../adapters/database';
import { refuseRow, rowApplier } from '../store/rowApplier';
import { writeDocument } from '../store/writeDocument';

/** Published offers. A purchase keeps what it was given, so an offer may be changed or ended at any time. */
export const applyOffer = rowApplier(
  offerRow,
  (row) => row.id,
  async (row, { dryRun }) => {
    for (const shop of row.shops ?? []) {
      if ((await get('shops', shop)) === null) return refuseRow('row.unknownShop', { shop });
    }
    for (const category of row.categories ?? []) {
      if ((await get('categories', category)) === null) return refuseRow('row.unknownCategory', { category });
    }
    for (const coupon of couponsOf(row)) {
      if ((await get('coupons', coupon)) === null) return refuseRow('row.unknownCoupon', { coupon });
    }
    return writeDocument('offers', offerOf(row), dryRun);
  },
);

function couponsOf({ effect }: OfferRow): readonly string[] {
  return effect.kind === 'spendGift' ? effect.steps.flatMap((step) => (step.coupon === undefined ? [] : [step.coupon])) : [];
}

function offerOf({ id, name, from, to, weekdays, shops, categories, effect, active }: OfferRow): Offer {
  const window = { from, to, weekdays: weekdays ?? [], shopIds: shops ?? [], categoryIds: categories ?? [] };
  return { _id: id, name, window, effect: effectOf(effect), active: active ?? true };
}

/** Steps are kept lowest first. */
function effectOf(effect: OfferRow['effect']): OfferEffect {
  if (effect.kind !== 'spendGift') return effect;
  const steps = effect.steps.map(({ coupon, ...step }) => ({ ...step, couponId: coupon ?? null }));
  return { kind: 'spendGift', steps: steps.sort((a, b) => a.thresholdFen - b.thresholdFen) };
}
