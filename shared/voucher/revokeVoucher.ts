import { settleGift } from './gift';
import { withStep } from './legalSteps';
import type { Voucher } from './types';
import { without } from './without';

/** Takes an unused voucher away for good; who did it and why is kept with it. A gift on offer and a hold end with it. */
export function revokeVoucher(voucher: Voucher, by: { readonly at: number; readonly staffId: string; readonly reason: string }): Voucher {
  const now = settleGift(voucher, by.at);
  const revoked = withStep(now, now.state === 'gifting' ? 'revokeGift' : 'revoke', { at: by.at, by: by.staffId });
  return { ...without(revoked, 'heldUntil', 'heldBy', 'gift'), revoked: by };
}
