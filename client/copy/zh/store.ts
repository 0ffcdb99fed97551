/** 门店与员工。 */
export const store = {
  till: (shop: string) => `收银 · ${shop}`,
  tillPlain: '收银',
  noShop: '你的账号还没有分到门店',
  noShopNote: '请让主管在后台把你加到一家店',
  roles: { clerk: '店员', lead: '值班', operator: '运营' },
  handOver: {
    title: '取货',
    on: (day: string) => `${day} 兑换`,
    confirm: '交给顾客',
    done: '已交给顾客',
    at: (clock: string) => `${clock} 已登记`,
  },
};
