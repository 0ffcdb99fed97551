import type { Section } from '@shared/store/sections';
import { classRow, mallCouponRows } from './classRows';
import { gameRows } from './gameRows';

const named = (text: string): { zh: string; en: string } => ({ zh: text, en: text });
const fiveOff = { kind: 'amountOff', thresholdFen: 2000, offFen: 500 } as const;
const fewDays = { kind: 'relative', days: 20 } as const;

/** Who works where. */
export const people = {
  clerks: ['west', 'east'].flatMap((shop) =>
    [1, 2, 3, 4].map((n) => ({ openid: `clerk-${shop}-${n}`, staffId: `${shop}${n}`, shop, roles: ['clerk'] })),
  ),
  leads: [
    { openid: 'lead-west', staffId: 'wl', shop: 'west', roles: ['clerk', 'lead'] },
    { openid: 'lead-east', staffId: 'el', shop: 'east', roles: ['clerk', 'lead'] },
  ],
  operators: ['operator-1', 'operator-2'],
  machines: ['west', 'east'].map((shop) => ({ openid: `machine-${shop}`, shop })),
};

/** Draws, all alike but for their ids: some are stopped on the way. */
export const poolRows = ['wheel', 'grid', 'spare', 'other'].map((id) => ({
  id,
  name: named(id),
  face: 'wheel',
  organiser: named('Lantern'),
  rules: named('One chance, one draw.'),
  opens: '2026-11-22 00:00',
  ends: '2036-11-30 22:00',
  perDay: 40,
  prizes: [
    { id: 'lamp', name: named('lamp'), award: { kind: 'goods' }, valueFen: 2000, stock: 8 },
    { id: 'baths', name: named('baths'), award: { kind: 'pack', reward: 'massage' }, valueFen: 900, stock: 12 },
    { id: 'points', name: named('points'), award: { kind: 'points', points: 20 }, valueFen: 20 },
    { id: 'coupon', name: named('coupon'), award: { kind: 'voucher', coupon: 'many' }, valueFen: 500 },
    { id: 'again', name: named('again'), award: { kind: 'chance', count: 1 }, valueFen: 50 },
    { id: 'thanks', name: named('thanks'), award: { kind: 'thanks' } },
  ],
  tables: [
    {
      total: 11,
      rows: [
        { prize: 'lamp', weight: 2 },
        { prize: 'baths', weight: 1 },
        { prize: 'points', weight: 2 },
        { prize: 'coupon', weight: 2 },
        { prize: 'again', weight: 1 },
        { prize: 'thanks', weight: 3 },
      ],
      fallback: 'thanks',
    },
  ],
}));

const planTerms = { detail: named(''), pricePercent: 90 } as const;

const always = { from: '2026-11-01', to: '2036-11-30' } as const;
const lantern = { name: named('a lantern'), listedValueFen: 1500 } as const;

/** One offer of each kind; operators switch them on and off. */
export const offerRows = [
  { id: 'double-tea', name: named('double'), ...always, categories: ['tea'], effect: { kind: 'multiplier', multiplier: 200 } },
  { id: 'half-more', name: named('half more'), ...always, effect: { kind: 'multiplier', multiplier: 150 } },
  { id: 'bun-day', name: named('bun day'), ...always, weekdays: [3, 5], effect: { kind: 'discountDay', pricePercent: 90 } },
  {
    id: 'spend',
    name: named('spend'),
    ...always,
    effect: {
      kind: 'spendGift',
      steps: [
        { ...lantern, thresholdFen: 9000 },
        { ...lantern, thresholdFen: 16_000, coupon: 'many' },
      ],
    },
  },
];

/** Stock and limits are small on purpose: what is short is what people run into each other for. */
export const shopRows: Readonly<Partial<Record<Section, readonly object[]>>> = {
  programme: [
    {
      jobOperationsPerSecond: 10_000,
      dailyCapPoints: 900,
      welcomePoints: 120,
      referral: {
        on: true,
        inviteeCoupon: 'friend',
        inviteePoints: 40,
        inviterPoints: 70,
        steps: [
          { friends: 1, points: 7 },
          { friends: 2, points: 11 },
          { friends: 3, points: 13 },
        ],
        perMonthMax: 2,
        needsPhone: false,
      },
      familyMax: { family: 3, business: 5 },
      messages: { perDayMax: 9, perWeekMax: 50, quietFrom: '00:00', quietTo: '00:00' },
    },
  ],
  shops: [
    { id: 'west', name: named('west') },
    { id: 'east', name: named('east') },
  ],
  staff: [
    ...[...people.clerks, ...people.leads].map((one) => ({ ...one, name: one.staffId })),
    { openid: 'operator-2', staffId: 'op2', name: 'op2', roles: ['operator'] },
  ],
  categories: [
    { id: 'general', name: named('general'), order: 1 },
    { id: 'tea', name: named('tea'), order: 2 },
    { id: 'giftcard', name: named('giftcard'), order: 3, excluded: true },
  ],
  products: [
    { id: 'oolong', name: named('oolong'), category: 'tea', priceFen: 4800 },
    { id: 'bun', name: named('bun'), category: 'general', priceFen: 350 },
  ],
  rewards: [
    { id: 'sticker', name: named('sticker'), points: 10, stock: 25 },
    { id: 'mug', name: named('mug'), points: 30, stock: 6, shops: ['west'] },
    { id: 'massage', name: named('massage'), points: 20, stock: 20, kind: 'pack', pack: { theme: 'health', uses: 3, days: 30 } },
  ],
  causes: [{ id: 'lamps', name: named('lamps'), detail: named('lamps'), amounts: [10, 50] }],
  coupons: [
    { id: 'few', name: named('few'), benefit: fiveOff, validity: fewDays, total: 30, perMember: 2, giftable: true },
    { id: 'many', name: named('many'), benefit: fiveOff, validity: fewDays, perMember: 20, giftable: true },
    {
      id: 'tenth',
      name: named('tenth'),
      benefit: { kind: 'percentOff', thresholdFen: 0, percentOff: 10, capFen: 900 },
      validity: fewDays,
      perMember: 8,
      stacking: { group: 'tenth', order: 2 },
    },
    { id: 'word', name: named('word'), benefit: fiveOff, validity: fewDays, total: 15, perMember: 1, claim: 'code', code: 'LAMP' },
    {
      id: 'tasting',
      name: named('tasting'),
      benefit: { kind: 'experience', listedValueFen: 3000, booked: false },
      validity: fewDays,
      perMember: 10,
    },
    { id: 'friend', name: named('friend'), benefit: fiveOff, validity: fewDays, total: 12, perMember: 1, claim: 'grant' },
    classRow(),
    ...mallCouponRows,
  ],
  plans: [
    { ...planTerms, id: 'month', name: named('month'), days: 31, priceFen: 1900, points: 40, multiplier: 150, coupons: ['many', 'few'] },
    { ...planTerms, id: 'week', name: named('week'), days: 7, priceFen: 500, points: 15, multiplier: 200 },
  ],
  pools: poolRows,
  ...gameRows,
  offers: offerRows,
};
