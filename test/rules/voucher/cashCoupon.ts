import type { Coupon } from '@shared/voucher/types';

/** ¥10 off from ¥50, 30 days from the day of issue, everywhere and always unless said otherwise. */
export function cashCoupon(changes: Partial<Coupon> = {}): Coupon {
  return {
    _id: 'ten',
    name: { zh: '满50减10', en: '¥10 off ¥50' },
    detail: { zh: '', en: '' },
    benefit: { kind: 'amountOff', thresholdFen: 5_000, offFen: 1_000 },
    scope: { shopIds: [], categoryIds: [], productIds: [] },
    validity: { kind: 'relative', days: 30 },
    weekdays: [],
    hours: null,
    totalMax: null,
    perMemberMax: 1,
    claim: 'page',
    code: null,
    points: null,
    stacking: { group: 'default', exclusive: false, order: 100, on: 'reduced' },
    giftable: true,
    partnerId: null,
    active: true,
    ...changes,
  };
}
