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

test('a check-in counts towards the score, once', async () => {
  await shop.join('bea');
  await shop.must('bea', 'member', 'checkin.perform', { key: 'tap-of-bea' });
  await shop.must('bea', 'member', 'checkin.perform', { key: 'tap-of-bea' });
  expect((await homeOf('bea')).tier.score).toBe(2);
});

test('the sweep holds the yearly review, and the books stay right', async () => {
  shop.cloud.clock.advanceMs(400 * dayMs);
  expect((await homeOf('anna')).tier.id).toBe('firefly');
  await shop.sweep();
  const changes = await shop.cloud.data.find('tierChanges', {}, { sort: { n: 1 } });
  expect(changes).toMatchObject([{ n: 1 }, { n: 2, from: 'candle', to: 'firefly', reason: 'review', day: '2027-12-08' }]);
  expect(await shop.cloud.data.find('accounts', { memberId: changes[0]?.['accountId'] })).toMatchObject([
    { tier: 'firefly', reviewOn: null },
  ]);
  expect((await shop.reconcile()).differences).toEqual([]);
});
