/** 按商品记账。 */
export const purchaseGoods = {
  open: '加商品',
  title: '加商品',
  search: '名称或条码',
  hint: '扫码枪也行',
  scan: '扫条码',
  added: (name: string) => `已加一件 ${name}`,
  unknownCode: (code: string) => `没有条码是 ${code} 的商品。请按名称找，或按分类输入金额。`,
  none: '没有找到',
  noneNote: '换个词试试，或按分类输入金额',
  less: (name: string) => `${name}少一件`,
  more: (name: string) => `${name}多一件`,
  done: '好了',
};
