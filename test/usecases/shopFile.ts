const named = (text: string): { zh: string; en: string } => ({ zh: text, en: text });

/** Two shops, their staff, a keypad and a mall: what the use cases' tests run on. */
export const shopFile = {
  shops: [
    { id: 'west', name: { zh: '西湖店', en: 'West Lake' } },
    { id: 'east', name: { zh: '东门店', en: 'East Gate' } },
  ],
  staff: [
    { openid: 'clerk-west', staffId: 'qing', name: '阿青', shop: 'west', roles: ['clerk'] },
    { openid: 'clerk-west-2', staffId: 'yu', name: '小雨', shop: 'west', roles: ['clerk'] },
    { openid: 'clerk-east', staffId: 'lin', name: '林姐', shop: 'east', roles: ['clerk', 'lead'] },
    { openid: 'clerk-gone', staffId: 'old', name: '老王', shop: 'west', roles: ['clerk'], active: false },
  ],
  categories: [
    { id: 'general', name: named('general') },
    { id: 'giftcard', name: named('giftcard'), excluded: true },
    { id: 'closed', name: named('closed'), active: false },
  ],
  products: [
    { id: '6901234000016', name: { zh: '乌龙茶', en: 'Oolong tea' }, category: 'general', priceFen: 4_800 },
    { id: '6901234000023', name: { zh: '绿茶', en: 'Green tea' }, category: 'general', priceFen: 3_600 },
    { id: 'card-100', name: { zh: '礼品卡', en: 'Gift card' }, category: 'giftcard', priceFen: 10_000 },
    { id: 'old-tea', name: { zh: '陈茶', en: 'Old tea' }, category: 'general', priceFen: 1_000, active: false },
  ],
  rewards: [
    { id: 'sticker', name: named('sticker'), points: 10, stock: 20 },
    { id: 'mug', name: named('mug'), points: 30, stock: 40, shops: ['west'] },
    { id: 'palace', name: named('palace'), points: 100_000, stock: 1 },
  ],
} as const;
