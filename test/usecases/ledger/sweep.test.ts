import { dayMs } from '@shared/kernel/time';
import type { Home } from '@shared/member/contract';
import { openShop, type TestShop } from '../openShop';

let shop: TestShop;
beforeAll(async () => {
  shop = await openShop(3);
  await shop.must('operator-1', 'console', 'store.apply', {
    section: 'programme',
    rows: [{ jobOperationsPerSecond: 10_000 }],
    dryRun: false,
    firstRow: 0,
  });
});
afterAll(() => shop.close());

const people = Array.from({ length: 12 }, (_, index) => `shopper-${index}`);

test('sweeps only due accounts, and two runs at once post nothing twice', async () => {
  for (const [index, openid] of people.entries()) {
    const home = await shop.join(openid);
    const { visitId } = await shop.must('clerk-west', 'staff', 'visit.open', { code: shop.codeOf(home), by: 'scan' });
    const lines = [{ categoryId: 'general', amountFen: 10_000 }];
    await shop.must('clerk-west', 'staff', 'purchase.confirm', { key: `purchase-${index}`, visitId, orderNo: `S${index}`, lines });
  }
  expect(await shop.sweep()).toMatchObject({ value: { settled: 0, more: false } });
  shop.cloud.clock.advanceMs(7 * dayMs);
  const runs = (await Promise.all([shop.sweep(), shop.sweep()])) as { value: { settled?: number; skipped?: boolean } }[];
  expect(runs.reduce((sum, { value }) => sum + (value.settled ?? 0), 0)).toBe(people.length);
  expect(await shop.cloud.data.find('entries', { kind: 'release' }, { limit: 100 })).toHaveLength(people.length);
  expect((await shop.reconcile()).differences).toEqual([]);
});

test('what has not been swept is shown all the same, and a year later it has lapsed', async () => {
  shop.cloud.clock.advanceMs(400 * dayMs);
  const home = (await shop.must('shopper-0', 'member', 'member.home', { codeVersionHeld: 1 })) as Home;
  expect(home.points).toMatchObject({ available: 0, pending: 0, nextLapse: null });
  expect(await shop.sweep()).toMatchObject({ value: { settled: people.length } });
  expect((await shop.reconcile()).differences).toEqual([]);
});

test('reconcile sees one altered account', async () => {
  const [account] = await shop.cloud.data.find('accounts', {}, { limit: 1 });
  await shop.cloud.data.update('accounts', { _id: account?.['_id'] }, { $set: { debt: 7 } });
  expect((await shop.reconcile()).differences).toMatchObject([{ what: 'debt', account: 7, entries: 0 }]);
});
