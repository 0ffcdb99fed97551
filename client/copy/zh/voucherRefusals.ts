/** 券的每一种「不行」。 */
export const voucherRefusals = {
  'row.codeTaken': '口令「{code}」已经是别的券的。请换一个。',
  'row.termsFrozen': '这种券已经发出，用法不能再改。请另建一种券。',
  'voucher.noCoupon': '现在领不到这种券。看看别的。',
  'voucher.gone': '这种券刚刚领完了。看看别的。',
  'voucher.limit': '这种券每人最多领 {most} 张，你已经领过了。',
} as const;
