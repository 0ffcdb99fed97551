/** Every refusal that has to do with vouchers. */
export const voucherRefusals = {
  'row.codeTaken': 'The word “{code}” belongs to another coupon. Choose another.',
  'row.termsFrozen': 'Vouchers of this coupon are out, so its terms stay. Make a new coupon.',
  'voucher.noCoupon': 'This coupon is not given out now. Look at the others.',
  'voucher.gone': 'The last one was just taken. Look at the others.',
  'voucher.limit': 'Each member may claim {most} of these, and you have.',
} as const;
