/** 门店与员工。 */
export const store = {
  till: (shop: string) => `收银 · ${shop}`,
  tillPlain: '收银',
  scan: {
    scan: '扫会员码或取货码',
    note: '一个键，两种码都认得',
    typed: '手输号码',
    cardNumber: '卡号或取货码（16 位）',
    sixDigits: '动态码（6 位）',
    typedHint: '每 30 秒换一次，请看着顾客的手机输',
    typedSubmit: '确认',
    notOurs: '这不是会员码，也不是取货码。请让顾客打开「会员码」或「取货码」。',
  },
  notStaff: '这里是店员的工作台',
  notStaffNote: '你的账号没有门店权限。需要的话，请找店里的主管开通。',
};
