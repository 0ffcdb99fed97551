import { dayMs } from '@shared/kernel/time';
import type { Home } from '@shared/member/contract';
import { openShop, type TestShop } from './openShop';
import { couponRow } from './voucher/couponRow';

// Faults that other loyalty programmes are known for, each by its name.
let shop: TestShop;
beforeEach(async () => {
  shop = await openShop(2);
});
afterEach(() => shop.close());

const visitOf = async (home: Home, clerk: string): Promise<string> =>
  (await shop.must(clerk, 'staff', 'visit.open', { code: shop.codeOf(home), by: 'scan' })).visitId;
const lines = [{ categoryId: 'general', amountFen: 150_000 }];

/** The card as it is shown now. */
async function homeOf(openid: string): Promise<Home> {
  const home = await shop.must(openid, 'member', 'member.home', { codeVersionHeld: 1 });
  if (!home.joined) throw new Error('nobody');
  return home;
}

test('double confirm after a lost answer: the same tap sent again is the same purchase, with its points once', async () => {
  const visitId = await visitOf(await shop.join('anna'), 'clerk-west');
  const input = { key: 'confirm-1', visitId, orderNo: 'A1', lines };
  shop.cloud.faults.order('callDropAfter=1@staff');
  await expect(shop.call('clerk-west', 'staff', 'purchase.confirm', input)).rejects.toMatchObject({ code: 'SYS_ERR' });
  shop.cloud.faults.order('');
  const receipt = await shop.must('clerk-west', 'staff', 'purchase.confirm', input);
  expect(await shop.cloud.data.count('purchases')).toBe(1);
  expect((await homeOf('anna')).points.pending).toBe(receipt.points);
});

test('buy, refund, keep: nothing of a refunded purchase stays, before its points are released and after', async () => {
  const visitId = await visitOf(await shop.join('anna'), 'clerk-west');
  const before = (await homeOf('anna')).points;
  for (const [order, days] of [
    ['A1', 0],
    ['A2', 10],
  ] as const) {
    const at = order === 'A1' ? visitId : await visitOf(await shop.join('anna'), 'clerk-west');
    const { purchaseId } = await shop.must('clerk-west', 'staff', 'purchase.confirm', {
      key: `buy-${order}-1`,
      visitId: at,
      orderNo: order,
      lines,
    });
    shop.cloud.clock.advanceMs(days * dayMs + 31_000);
    await shop.must('clerk-west', 'staff', 'purchase.refund', { key: `back-${order}-1`, purchaseId, after: 0, lines: null });
    expect((await homeOf('anna')).points).toMatchObject({ available: before.available, pending: 0, debt: 0 });
  }
  expect((await homeOf('anna')).tier.id).toBe('firefly');
});

test('an over-used coupon: one voucher quoted at two tills at once is used by one purchase', async () => {
  const rows = [couponRow('once', { perMember: 1 })];
  await shop.must('operator-1', 'console', 'store.apply', { section: 'coupons', rows, dryRun: false, firstRow: 0 });
  const home = await shop.join('anna');
  await shop.must('anna', 'member', 'voucher.claim', { key: 'claim-01', couponId: 'once' });
  const west = await visitOf(home, 'clerk-west');
  shop.cloud.clock.advanceMs(31_000);
  const east = await visitOf(home, 'clerk-east');
  const sell = async (clerk: string, visitId: string, orderNo: string): Promise<void> => {
    const asked = { key: `quote-${orderNo}`, visitId, lines, usePoints: 0, voucherIds: 'best' as const };
    const quote = await shop.must(clerk, 'staff', 'purchase.quote', asked);
    await shop.call(clerk, 'staff', 'purchase.confirmQuote', { key: `buy-${orderNo}-1`, quoteId: quote.quoteId, orderNo });
  };
  await Promise.all([sell('clerk-west', west, 'W1'), sell('clerk-east', east, 'E1')]);
  const purchases = await shop.cloud.data.find('purchases', {});
  expect(purchases.length).toBeGreaterThan(0);
  expect(purchases.filter((purchase) => (purchase['vouchers'] as readonly object[]).length > 0)).toHaveLength(1);
});

test('tier by balance instead of earned: points that were given or spent move no tier, earned ones do', async () => {
  const { cardNumber } = await shop.join('anna');
  const input = { key: 'adjust-01', cardNumber, points: 6_000, reason: 'counted twice' };
  const { _id } = await shop.must('operator-1', 'console', 'audit.proposeAdjustment', input);
  await shop.cloud.data.insert('staff', [
    { _id: 'operator-2', staffId: 'op2', name: 'op', shopId: null, roles: ['operator'], active: true },
  ]);
  await shop.must('operator-2', 'console', 'audit.decide', { key: 'decide-01', proposalId: _id, approve: true, note: 'seen' });
  expect((await homeOf('anna')).tier.id).toBe('firefly');
  const visitId = await visitOf(await shop.join('anna'), 'clerk-west');
  await shop.must('clerk-west', 'staff', 'purchase.confirm', { key: 'buy-A1-01', visitId, orderNo: 'A1', lines });
  shop.cloud.clock.advanceMs(8 * dayMs);
  await shop.must('anna', 'member', 'reward.redeem', { key: 'redeem-1', rewardId: 'mug' });
  expect((await homeOf('anna')).tier.id).toBe('candle');
});

test('lapsed points take nothing below zero: an adjustment after the lapse becomes a debt, which the next points pay', async () => {
  const { cardNumber } = await shop.join('anna');
  shop.cloud.clock.advanceMs(400 * dayMs);
  expect((await homeOf('anna')).points).toMatchObject({ available: 0, debt: 0 });
  const input = { key: 'adjust-01', cardNumber, points: -40, reason: 'counted twice' };
  const { _id } = await shop.must('operator-1', 'console', 'audit.proposeAdjustment', input);
  await shop.cloud.data.insert('staff', [
    { _id: 'operator-2', staffId: 'op2', name: 'op', shopId: null, roles: ['operator'], active: true },
  ]);
  await shop.must('operator-2', 'console', 'audit.decide', { key: 'decide-01', proposalId: _id, approve: true, note: 'seen' });
  expect((await homeOf('anna')).points).toMatchObject({ available: 0, debt: 40 });
  await shop.must('anna', 'member', 'checkin.perform', { key: 'checkin-1' });
  expect((await homeOf('anna')).points).toMatchObject({ available: 0, debt: 35 });
  expect((await shop.reconcile()).differences).toEqual([]);
});
