import { dayMs } from '@shared/kernel/time';
import type { Section } from '@shared/store/sections';
import { shopFile } from '../shopFile';
import { openFair, always, player } from '../game/openFair';
import { file, openQuiz } from '../game/openQuiz';
import type { TestShop } from '../openShop';
import { courseRow } from '../voucher/booking/openCourse';
import { couponRow } from '../voucher/couponRow';

const named = (text: string) => ({ zh: text, en: text });
const days = { from: '2026-11-01', to: '2026-12-31' };
const points = { kind: 'points', points: 6 } as const;
const goods = { kind: 'goods', productId: null, listedValueFen: 2_000 } as const;

const rows = {
  staff: [
    { openid: 'operator-2', staffId: 'op2', name: '二号', roles: ['operator'] },
    { openid: 'lead-west', staffId: 'mei', name: '梅姐', shop: 'west', roles: ['lead'] },
  ],
  coupons: [
    couponRow('page', { giftable: true, perMember: 5 }),
    couponRow('word', { claim: 'code', code: 'LANTERN' }),
    couponRow('mall', { claim: 'grant', points: 10 }),
    couponRow('granted', { claim: 'grant' }),
    couponRow('bun', { benefit: goods, perMember: 5 }),
    courseRow,
  ],
  causes: [{ id: 'trees', name: named('Trees'), detail: named(''), amounts: [10, 40] }],
  plans: [
    { id: 'month', name: named('Month'), detail: named(''), days: 31, priceFen: 1900, points: 30, multiplier: 200, pricePercent: 90 },
  ],
  riddleFestivals: [{ id: 'fair', name: named('Fair'), ...days, tries: 3, hintPoints: 7, reward: points }],
  riddles: [
    {
      ...{ festival: 'fair', id: 'moon', place: 1, text: named('Round?'), category: named('a thing'), answers: ['moon'] },
      ...{ hints: [named('light'), named('night')], explanation: named('because') },
    },
  ],
  jigsaws: [{ id: 'fair', name: named('Fair'), ...days, picture: 'lanterns', size: 3, seconds: 300, perDay: 3, reward: points }],
} as const;

const retired: readonly (readonly [Section, readonly object[]])[] = [
  ['coupons', rows.coupons.map((row) => ({ ...row, active: false }))],
  ['causes', rows.causes.map((row) => ({ ...row, active: false }))],
  ['plans', rows.plans.map((row) => ({ ...row, active: false }))],
  ['riddles', rows.riddles.map((row) => ({ ...row, active: false }))],
  ['riddleFestivals', rows.riddleFestivals.map((row) => ({ ...row, to: '2026-11-22' }))],
  ['jigsaws', rows.jigsaws.map((row) => ({ ...row, to: '2026-11-22' }))],
];

/** Files everything that some keyed command rests on, and lets Anna in with many points and a chance. */
export async function furnishEverything(shop: TestShop): Promise<void> {
  for (const [section, each] of Object.entries(rows)) await file(shop, section as Section, each);
  await openQuiz(shop);
  await openFair(shop, { id: 'fair', tables: always('points') });
  await player(shop, 'anna');
  shop.cloud.clock.advanceMs(31_000);
}

/** Withdraws all of it and lets two days pass: every period is over, every visit has ended, every undo is too late. */
export async function withdrawEverything(shop: TestShop): Promise<void> {
  for (const [section, each] of retired) await file(shop, section, each);
  await file(shop, 'quizzes', [
    {
      ...{ id: 'tea', name: named('tea'), from: '2026-11-01', to: '2026-11-22' },
      ...{ questions: 3, seconds: 20, pass: 2, perDay: 3, reward: { kind: 'chance', count: 1 } },
    },
  ]);
  const withdrawn = { active: false };
  await file(shop, 'categories', [
    { id: 'general', name: named('general'), ...withdrawn },
    { id: 'new', name: named('new') },
  ]);
  await file(shop, 'products', [{ id: '6901234000016', name: named('Oolong tea'), category: 'giftcard', priceFen: 4_900, ...withdrawn }]);
  await file(shop, 'rewards', [{ id: 'mug', name: named('mug'), points: 30, stock: 40, shops: ['west'], ...withdrawn }]);
  await shop.must('operator-1', 'console', 'game.stop', { poolId: 'fair', reason: 'over' });
  await file(shop, 'programme', [{ storeCodePointsMax: 1, refundDays: 0, refundAnywhere: false, lateMaxFen: 0 }]);
  shop.cloud.clock.advanceMs(2 * dayMs);
}

/** Closes the shops. */
export async function closeShops(shop: TestShop): Promise<void> {
  await file(
    shop,
    'shops',
    ['west', 'east'].map((id) => ({ id, name: shopFile.shops.find((shop) => shop.id === id)?.name, active: false })),
  );
  shop.cloud.clock.advanceMs(31_000);
}
