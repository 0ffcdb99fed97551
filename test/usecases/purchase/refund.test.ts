import { dayMs } from '@shared/kernel/time';
import { sundayMorningMs, type TestShop } from '../openShop';
import { general, must, openTill, type TestTill } from './openTill';

let shop: TestShop;
let till: TestTill;
beforeAll(async () => {
  till = await openTill();
  shop = till.shop;
});
beforeEach(() => {
  shop.cloud.clock.setMs(sundayMorningMs);
});
afterAll(() => shop.close());

test('a line goes back while its points are pending, the rest after their release; the preview says the same before', async () => {
  const purchaseId = await till.buy('anna-0', [general(10_000, 3), general(5_000)]);
  const first = { purchaseId, after: 0, lines: [{ line: 0, units: 1 }] };
  const seen = await shop.must('clerk-west', 'staff', 'purchase.previewRefund', first);
  expect(seen).toMatchObject({ moneyFen: 3_334, pointsTaken: 34, pointsReturned: 0, leftFen: 11_666 });
  expect(await must(till.refund(first))).toEqual({ ...seen, refundId: `${purchaseId}:1`, at: expect.any(Number) });
  expect(await till.accountOf('anna-0')).toMatchObject({ pending: 116, available: 50, earnedDays: [{ points: 116 }] });
  shop.cloud.clock.advanceMs(10 * dayMs);
  expect(await must(till.refund({ purchaseId, after: 1, key: 'refund-key-2' }))).toMatchObject({
    moneyFen: 11_666,
    pointsTaken: 116,
    leftFen: 0,
  });
  expect(await till.accountOf('anna-0')).toMatchObject({ pending: 0, available: 50, lifetimePoints: 0, score: [] });
  expect(await till.refund({ purchaseId, after: 2, key: 'refund-key-3' })).toMatchObject({ refusal: { code: 'refund.nothingLeft' } });
  expect((await shop.reconcile()).differences).toEqual([]);
});

test('the same tap ten times at once is one refund, and answers the same ever after; other content under its key is refused', async () => {
  const purchaseId = await till.buy('anna-1', [general(9_000, 3)]);
  const asked = { purchaseId, lines: [{ line: 0, units: 1 }] };
  const answers = await Promise.all(Array.from({ length: 10 }, () => till.refund(asked)));
  const receipts = answers.flatMap((answer) => (answer.ok ? [JSON.stringify(answer.value)] : []));
  expect(new Set(receipts).size).toBe(1);
  expect(JSON.stringify(await must(till.refund(asked)))).toBe(receipts[0]);
  expect(await shop.cloud.data.find('refunds', { purchaseId })).toHaveLength(1);
  expect(await till.refund({ purchaseId, lines: [{ line: 0, units: 2 }] })).toMatchObject({ refusal: { code: 'key.reused' } });
  expect(await till.refund({ purchaseId, key: 'another-tap' })).toMatchObject({ refusal: { code: 'refund.changed' } });
});

test('two refunds of the same units at two tills: one is made, the other is told that something changed', async () => {
  const purchaseId = await till.buy('anna-2', [general(8_000, 2)]);
  const answers = await Promise.all([
    till.refund({ purchaseId, key: 'till-one-1' }, 'clerk-west'),
    till.refund({ purchaseId, key: 'till-two-1' }, 'clerk-east'),
  ]);
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  expect(answers.find((answer) => !answer.ok)).toMatchObject({ refusal: { code: 'refund.changed' } });
  const [made] = await shop.cloud.data.find('refunds', { purchaseId });
  expect(made).toMatchObject({ shopId: 'west', moneyFen: 8_000, n: 1 });
  expect(await till.purchaseById(purchaseId)).toMatchObject({ refunded: { units: [2], pointsTaken: 80, count: 1 } });
});

test('refund, undo and redemption at once: one takes the purchase back, and the books are right', async () => {
  const purchaseId = await till.buy('anna-3', [general(4_000)]);
  const [refunded, undone] = await Promise.all([
    till.refund({ purchaseId }),
    shop.call('clerk-west', 'staff', 'purchase.undo', { key: 'undo-key-1', purchaseId }),
    shop.call('anna-3', 'member', 'reward.redeem', { key: 'redeem-key-1', rewardId: 'mug' }),
  ]);
  expect([refunded.ok, undone.ok].filter(Boolean)).toHaveLength(1);
  expect(await till.accountOf('anna-3')).toMatchObject({ pending: 0, available: 20, debt: 0, earnedDays: [] });
  expect((await shop.reconcile()).differences).toEqual([]);
});

test('buy, spend, return: what is missing is owed, and paid before anything can be spent again', async () => {
  const purchaseId = await till.buy('anna-4', [general(10_000)]);
  shop.cloud.clock.advanceMs(8 * dayMs);
  for (const key of ['spend-key-1', 'spend-key-2', 'spend-key-3', 'spend-key-4', 'spend-key-5']) {
    await shop.must('anna-4', 'member', 'reward.redeem', { key, rewardId: 'mug' });
  }
  expect(await must(till.refund({ purchaseId }))).toMatchObject({ pointsTaken: 100 });
  expect(await till.accountOf('anna-4')).toMatchObject({ available: 0, debt: 100 });
  expect((await shop.call('anna-4', 'member', 'reward.redeem', { key: 'spend-key-6', rewardId: 'sticker' })).ok).toBe(false);
  expect((await shop.reconcile()).differences).toEqual([]);
});

test('buy, rise, return: the tier falls at once', async () => {
  const purchaseId = await till.buy('anna-5', [general(200_000)]);
  shop.cloud.clock.advanceMs(7 * dayMs);
  await shop.sweep();
  expect(await till.accountOf('anna-5')).toMatchObject({ tier: 'candle', lifetimePoints: 2_000 });
  await must(till.refund({ purchaseId }));
  expect(await till.accountOf('anna-5')).toMatchObject({ tier: 'firefly', reviewOn: null, score: [], lifetimePoints: 0 });
  const changes = await shop.cloud.data.find('tierChanges', { reason: 'refund' });
  expect(changes).toMatchObject([{ from: 'candle', to: 'firefly', score: 0 }]);
});

test('lapsed points are gone before anything is taken: no act finds them, and nothing falls below zero', async () => {
  await till.buy('anna-6', [general(6_000)]);
  shop.cloud.clock.advanceMs(375 * dayMs);
  const spent = await shop.call('anna-6', 'member', 'reward.redeem', { key: 'late-key-1', rewardId: 'sticker' });
  expect(spent).toMatchObject({ refusal: { code: 'points.short', args: { have: 0, need: 10 } } });
  await shop.sweep();
  expect(await till.accountOf('anna-6')).toMatchObject({ available: 0, pending: 0, debt: 0, lots: [] });
  expect((await shop.reconcile()).differences).toEqual([]);
});
