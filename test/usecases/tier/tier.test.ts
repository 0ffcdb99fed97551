import { dayMs } from '@shared/kernel/time';
import type { Home } from '@shared/member/contract';
import { openShop, type TestShop } from '../openShop';

let shop: TestShop;
beforeAll(async () => {
  shop = await openShop(2);
});
afterAll(() => shop.close());

async function buy(home: Home, orderNo: string, amountFen: number): Promise<number> {
  const { visitId } = await shop.must('clerk-west', 'staff', 'visit.open', { code: shop.codeOf(home), by: 'scan' });
  const lines = [{ categoryId: 'general', amountFen }];
  return (await shop.must('clerk-west', 'staff', 'purchase.confirm', { key: `purchase-${orderNo}`, visitId, orderNo, lines })).points;
}

const homeOf = async (openid: string) => (await shop.must(openid, 'member', 'member.home', { codeVersionHeld: 1 })) as Home;

test('a member rises when the points are released, earns at the new rate at the till, and keeps a history with reasons', async () => {
  const anna = await shop.join('anna');
  expect(anna.tier).toMatchObject({ id: 'firefly', score: 0, next: { id: 'candle', missing: 1_000 }, keep: null });
  expect(await buy(anna, 'T1', 120_000)).toBe(1_200);
  expect((await homeOf('anna')).tier.id).toBe('firefly');
  shop.cloud.clock.advanceMs(7 * dayMs);
  expect((await homeOf('anna')).tier).toMatchObject({ id: 'candle', score: 1_200, keep: { until: '2027-12-08' } });
  expect(await buy(anna, 'T2', 10_000)).toBe(120);
  expect(await shop.cloud.data.find('tierChanges', {})).toMatchObject([
    { n: 1, from: 'firefly', to: 'candle', reason: 'score', score: 1_200, day: '2026-11-29' },
  ]);
});

test('a check-in counts towards the score, once, and as the day’s opening', async () => {
  await shop.join('bea');
  await shop.must('bea', 'member', 'checkin.perform', { key: 'tap-of-bea' });
  await shop.must('bea', 'member', 'checkin.perform', { key: 'tap-of-bea' });
  expect((await homeOf('bea')).tier.score).toBe(3);
  await shop.must('bea', 'member', 'reward.redeem', { key: 'redeem-of-bea', rewardId: 'sticker' });
  expect((await homeOf('bea')).tier.score).toBe(3);
});

test('a tier that would fall is warned of once, 30 days before its review', async () => {
  const warnings = () => shop.cloud.data.find('outbox', { kind: 'tierWarning' });
  const warn = () => shop.cloud.runTimer('jobs', 'tierWarning');
  shop.cloud.clock.setMs(Date.UTC(2027, 10, 7, 2));
  await warn();
  expect(await warnings()).toEqual([]);
  shop.cloud.clock.setMs(Date.UTC(2027, 10, 8, 2));
  await Promise.all([warn(), warn()]);
  await warn();
  await shop.cloud.data.remove('dayMarks', {});
  await warn();
  expect(await warnings()).toMatchObject([{ facts: { tierEn: 'Candle', missing: 1_000, day: '2027-12-08' }, state: 'waiting' }]);
});

test('the page about tiers tells standing, table and history', async () => {
  expect(await shop.must('anna', 'member', 'tier.overview', {})).toMatchObject({
    tier: { id: 'candle', keep: { until: '2027-12-08', missing: 1_000 } },
    lifetimePoints: 1_320,
    tiers: [
      { id: 'firefly', pricePercent: 100, birthdayGift: null, priorityService: false },
      { id: 'candle', pricePercent: 98, birthdayGift: { points: 50 } },
      { id: 'lantern', pricePercent: 95, priorityService: true, earlyAccess: false },
      { id: 'galaxy', pricePercent: 92, multiplier: 200, earlyAccess: true },
    ],
    changes: [{ n: 1, from: 'firefly', to: 'candle', reason: 'score' }],
    next: null,
  });
});

test('the sweep holds the yearly review, and the books stay right', async () => {
  shop.cloud.clock.setMs(Date.UTC(2028, 0, 3, 2));
  expect((await homeOf('anna')).tier.id).toBe('firefly');
  await shop.sweep();
  const changes = await shop.cloud.data.find('tierChanges', {}, { sort: { n: 1 } });
  expect(changes).toMatchObject([{ n: 1 }, { n: 2, from: 'candle', to: 'firefly', reason: 'review', day: '2027-12-08' }]);
  expect(await shop.cloud.data.find('accounts', { memberId: changes[0]?.['accountId'] })).toMatchObject([
    { tier: 'firefly', reviewOn: null },
  ]);
  expect((await shop.reconcile()).differences).toEqual([]);
});
