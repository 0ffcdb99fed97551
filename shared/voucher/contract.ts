import * as z from 'zod/mini';
import { command } from '../kernel/contract';
import { keyField, slugField } from '../kernel/fields';
import type { VoucherView } from './view';

export interface ClaimReceipt {
  readonly voucher: VoucherView;
}

export const voucherMember = {
  /** Claims a coupon from the page, once a tap. */
  'voucher.claim': command<ClaimReceipt>()({
    input: z.strictObject({ key: keyField, couponId: slugField }),
    refusals: ['member.unknown', 'voucher.noCoupon', 'voucher.gone', 'voucher.limit', 'key.reused'],
  }),
};
