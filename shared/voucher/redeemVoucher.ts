import type { Day } from '../kernel/time';
import { settleGift } from './gift';
import { withStep } from './legalSteps';
import type { Voucher, VoucherStep, VoucherUse } from './types';
import { without } from './without';

/** Uses a voucher up: on a purchase, or by itself at a counter. Whether it may be used is judged before, by `judgeUse`. */
export function redeemVoucher(voucher: Voucher, use: VoucherUse): Voucher {
  const used = withStep(settleGift(voucher, use.at), 'redeem', { at: use.at, by: use.staffId, key: use.key });
  return { ...without(used, 'heldUntil', 'heldBy'), redeemed: use };
}

/**
 * Brings a redeemed voucher back: by an undo, a void, or refunds that together took back every line. `leastEndsOn`: it lives until
 * then at least (7 days more, product.md, Exact readings, Refund); null leaves its end.
 */
export function bringBack(
  voucher: Voucher,
  { leastEndsOn, ...step }: Omit<VoucherStep, 'state'> & { readonly leastEndsOn: Day | null },
): Voucher {
  const issued = without(withStep(voucher, 'bringBack', step), 'redeemed');
  const { endsOn } = issued;
  if (endsOn === undefined || leastEndsOn === null) return issued;
  return { ...issued, endsOn: endsOn < leastEndsOn ? leastEndsOn : endsOn };
}
