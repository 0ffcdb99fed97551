import { dayMs } from '@shared/kernel/time';
import { openShop, type TestShop } from '../openShop';

let shop: TestShop;
beforeEach(async () => {
  shop = await openShop(2);
  const lifetimeLadder = [
    { points: 100, benefit: { zh: '专属服务', en: 'Personal service' } },
    { points: 300, benefit: { zh: '新品首试', en: 'First try' } },
  ];
  await shop.must('operator-1', 'console', 'store.apply', { section: 'programme', rows: [{ lifetimeLadder }], dryRun: false, firstRow: 0 });
  shop.cloud.clock.advanceMs(60_000);
});
afterEach(() => shop.close());

async function buy(openid: string, orderNo: string, yuan: number): Promise<void> {
  const home = await shop.join(openid);
  const { visitId } = await shop.must('clerk-west', 'staff', 'visit.open', { code: shop.codeOf({ ...home, code: home.code }), by: 'scan' });
  const lines = [{ categoryId: 'general', amountFen: yuan * 100 }];
  await shop.must('clerk-west', 'staff', 'purchase.confirm', { key: `purchase-${orderNo}`, visitId, orderNo, lines });
}

const climb = () => shop.cloud.runTimer('jobs', 'climbLadder');
const messages = () => shop.cloud.data.find('outbox', { kind: 'ladderReached' }, { sort: { _id: 1 } });

test('each step is given once, when the points are released, however often the job runs; pending points reach nothing', async () => {
  await buy('anna', 'L1', 350);
  await buy('bea', 'L2', 99);
  await climb();
  expect(await messages()).toEqual([]);
  shop.cloud.clock.advanceMs(8 * dayMs);
  await shop.sweep();
  await Promise.all([climb(), climb()]);
  await climb();
  expect(await messages()).toMatchObject([{ facts: { points: 100, benefitEn: 'Personal service' } }, { facts: { points: 300 } }]);
  expect((await shop.must('anna', 'member', 'tier.overview', {})).ladder).toMatchObject([
    { points: 100, reachedOn: '2026-11-30' },
    { points: 300, reachedOn: '2026-11-30' },
  ]);
  expect((await shop.must('bea', 'member', 'tier.overview', {})).ladder).toMatchObject([{ reachedOn: null }, { reachedOn: null }]);
  expect((await shop.reconcile()).differences).toEqual([]);
});

test('who is leaving is given no step, and gets it when they stay; a page of such people holds nobody up', async () => {
  await buy('anna', 'V1', 150);
  await buy('bea', 'V2', 150);
  shop.cloud.clock.advanceMs(5 * dayMs);
  await shop.must('anna', 'member', 'member.leave', { key: 'anna-leaves' });
  shop.cloud.clock.advanceMs(3 * dayMs);
  await shop.sweep();
  await climb();
  expect(await messages()).toHaveLength(1);
  await shop.must('anna', 'member', 'member.stay', {});
  await climb();
  expect(await messages()).toHaveLength(2);
});
