import type { Day } from '../kernel/time';
import { settleGift } from './gift';
import { withStep } from './legalSteps';
import type { Voucher, VoucherUse } from './types';
import { without } from './without';

/** Uses a voucher up: on a purchase, or by itself at a counter. Whether it may be used is judged before, by `judgeUse`. */
export function redeemVoucher(voucher: Voucher, use: VoucherUse): Voucher {
  const used = withStep(settleGift(voucher, use.at), 'redeem', { at: use.at, by: use.staffId });
  return { ...without(used, 'heldUntil', 'heldBy'), redeemed: use };
}

/**
 * Brings a redeemed voucher back: by an undo, a void, or refunds that together took back every line. `leastEndsOn`: it lives until
 * then at least (7 days more, product.md, Exact readings, Refund); null leaves its end.
 */
export function bringBack(voucher: Voucher, back: { readonly at: number; readonly by: string; readonly leastEndsOn: Day | null }): Voucher {
  const issued = without(withStep(voucher, 'bringBack', { at: back.at, by: back.by }), 'redeemed');
  const { endsOn } = issued;
  if (endsOn === undefined || back.leastEndsOn === null) return issued;
  return { ...issued, endsOn: endsOn < back.leastEndsOn ? back.leastEndsOn : endsOn };
}
