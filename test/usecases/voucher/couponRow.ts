import type { CouponRow } from '@shared/voucher/rows';

/** A row of the coupons section: ¥10 off ¥50 for 30 days, to be claimed on the page, unless said otherwise. */
export function couponRow(id: string, changes: Partial<CouponRow> = {}): CouponRow {
  return {
    id,
    name: { zh: '满50减10', en: '¥10 off ¥50' },
    benefit: { kind: 'amountOff', thresholdFen: 5_000, offFen: 1_000 },
    validity: { kind: 'relative', days: 30 },
    ...changes,
  };
}
