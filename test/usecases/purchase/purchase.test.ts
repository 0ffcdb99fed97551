import { dayMs, minuteMs } from '@shared/kernel/time';
import type { Home } from '@shared/member/contract';
import { openShop, sundayMorningMs, type TestShop } from '../openShop';

let shop: TestShop;
beforeAll(async () => {
  shop = await openShop(3);
});
beforeEach(() => {
  shop.cloud.clock.setMs(sundayMorningMs);
});
afterAll(() => shop.close());

const general = (amountFen: number) => [{ categoryId: 'general', amountFen }];

async function openVisit(home: Home, staff = 'clerk-west'): Promise<string> {
  const visit = await shop.must(staff, 'staff', 'visit.open', { code: shop.codeOf(home), by: 'scan' });
  return visit.visitId;
}

const pay = (visitId: string, orderNo: string, amountFen: number, key = `key-${orderNo}`, staff = 'clerk-west', device?: string) =>
  shop.call(staff, 'staff', 'purchase.confirm', { key: key.padEnd(8, '-'), visitId, orderNo, lines: general(amountFen) }, device);

const pointsOf = async (openid: string) => ((await shop.must(openid, 'member', 'member.home', { codeVersionHeld: 1 })) as Home).points;

test('¥128.50 give 128 pending points, available after seven days, and several acts pass in one visit', async () => {
  const visitId = await openVisit(await shop.join('anna-0'));
  expect(await pay(visitId, 'AA1', 12_850)).toMatchObject({
    ok: true,
    value: { points: 128, payableFen: 12_850, releaseOn: '2026-11-29' },
  });
  expect(await pay(visitId, 'AA2', 1_000)).toMatchObject({ ok: true, value: { points: 10 } });
  expect(await pointsOf('anna-0')).toMatchObject({ available: 50, pending: 138, nextRelease: { on: '2026-11-29', points: 138 } });
  shop.cloud.clock.advanceMs(7 * dayMs);
  expect(await pointsOf('anna-0')).toMatchObject({ available: 188, pending: 0 });
  expect(await shop.sweep()).toMatchObject({ value: { settled: 1 } });
  expect(await pointsOf('anna-0')).toMatchObject({ available: 188, pending: 0 });
  expect((await shop.reconcile()).differences).toEqual([]);
});

test('the same purchase sent ten times at once is one', async () => {
  const visitId = await openVisit(await shop.join('anna-1'));
  const answers = await Promise.all(Array.from({ length: 10 }, () => pay(visitId, 'BA1', 5_000)));
  const receipts = answers.flatMap((answer) => (answer.ok ? [JSON.stringify(answer.value)] : []));
  expect(receipts.length).toBeGreaterThan(0);
  expect(new Set(receipts).size).toBe(1);
  expect(await pay(visitId, 'BA1', 5_000)).toMatchObject({ ok: true });
  expect(await pointsOf('anna-1')).toMatchObject({ pending: 50 });
  expect(await shop.cloud.data.find('purchases', { orderNo: 'BA1' })).toHaveLength(1);
});

test('an order number with other content, another member or another till is refused with when and how much', async () => {
  const anna = await openVisit(await shop.join('anna-2'));
  await pay(anna, 'CA1', 5_000);
  const taken = { ok: false, refusal: { code: 'order.taken', args: { at: '2026-11-22 10:00', amount: '50.00' } } };
  expect(await pay(anna, 'CA1', 6_000)).toMatchObject(taken);
  const bea = await openVisit(await shop.join('bea-2'));
  expect(await pay(bea, 'CA1', 5_000)).toMatchObject(taken);
  const east = await openVisit(await shop.join('cleo-2'), 'clerk-east');
  expect(await pay(east, 'CA1', 5_000, 'key-CA1', 'clerk-east')).toMatchObject({ ok: true });
});

test('a visit serves its own till only, and only until it ends', async () => {
  const visitId = await openVisit(await shop.join('anna-3'));
  expect(await pay(visitId, 'DA1', 100, 'key-DA1', 'clerk-east')).toMatchObject({ refusal: { code: 'visit.otherTill' } });
  expect(await pay(visitId, 'DA1', 100, 'key-DA1', 'clerk-west', 'other-device')).toMatchObject({ refusal: { code: 'visit.otherTill' } });
  expect(await pay('no-such-visit', 'DA1', 100)).toMatchObject({ refusal: { code: 'visit.unknown' } });
  await pay(visitId, 'DA1', 100);
  shop.cloud.clock.advanceMs(10 * minuteMs);
  expect(await pay(visitId, 'DA2', 100)).toMatchObject({ refusal: { code: 'visit.ended', args: { at: '10:10' } } });
  expect(await pay(visitId, 'DA1', 100)).toMatchObject({ ok: true });
});

test.each([
  [[{ categoryId: 'general', amountFen: 0 }], 'call.badInput'],
  [[{ categoryId: 'general', amountFen: 1.5 }], 'call.badInput'],
  [[], 'call.badInput'],
  [[{ categoryId: 'nothing', amountFen: 100 }], 'category.unknown'],
  [[{ categoryId: 'closed', amountFen: 100 }], 'category.unknown'],
  [
    [
      { categoryId: 'general', amountFen: 100_000_000 },
      { categoryId: 'general', amountFen: 1 },
    ],
    'purchase.amount',
  ],
])('refuses lines %j and writes nothing', async (lines, code) => {
  const visitId = await openVisit(await shop.join('anna-4'));
  const answer = await shop.call('clerk-west', 'staff', 'purchase.confirm', { key: 'key-0001', visitId, orderNo: 'EA1', lines });
  expect(answer).toMatchObject({ ok: false, refusal: { code } });
  expect(await shop.cloud.data.find('purchases', { orderNo: 'EA1' })).toEqual([]);
  expect(await pointsOf('anna-4')).toMatchObject({ pending: 0 });
});

test('excluded categories earn nothing, and the daily cap holds over purchases at once', async () => {
  const visitId = await openVisit(await shop.join('anna-5'));
  const lines = [{ categoryId: 'giftcard', amountFen: 50_000 }];
  const card = await shop.must('clerk-west', 'staff', 'purchase.confirm', { key: 'key-giftcard', visitId, orderNo: 'FG1', lines });
  expect(card).toMatchObject({ payableFen: 50_000, points: 0, capped: false });
  await Promise.all(Array.from({ length: 6 }, (_, index) => pay(visitId, `FB${index}`, 120_000)));
  expect((await pointsOf('anna-5')).pending).toBe(5_000);
});

test('undo takes the points back, frees the order number and gives the day its room again', async () => {
  const visitId = await openVisit(await shop.join('anna-6'));
  const paid = await pay(visitId, 'GA1', 600_000);
  if (!paid.ok) throw new Error('refused');
  const request = { key: 'undo-key-1', purchaseId: paid.value.purchaseId };
  const undone = await Promise.all(Array.from({ length: 5 }, () => shop.call('clerk-west', 'staff', 'purchase.undo', request)));
  expect(undone.some((answer) => answer.ok && answer.value.undone)).toBe(true);
  expect(await pointsOf('anna-6')).toMatchObject({ available: 50, pending: 0, debt: 0 });
  expect(await shop.call('clerk-west', 'staff', 'purchase.undo', { ...request, key: 'undo-key-2' })).toMatchObject({
    refusal: { code: 'undo.done' },
  });
  expect(await pay(visitId, 'GA1', 600_000)).toMatchObject({ ok: true, value: { undone: true } });
  expect(await pay(visitId, 'GA1', 600_000, 'a-new-tap')).toMatchObject({ ok: true, value: { undone: false, points: 5_000 } });
  expect((await shop.reconcile()).differences).toEqual([]);
});

test('undo is for the same staff member and five minutes; another shop learns nothing', async () => {
  const visitId = await openVisit(await shop.join('anna-7'), 'clerk-west-2');
  const paid = await pay(visitId, 'HA1', 1_000, 'key-HA1', 'clerk-west-2');
  if (!paid.ok) throw new Error('refused');
  const undo = (staff: string) => shop.call(staff, 'staff', 'purchase.undo', { key: 'undo-key-1', purchaseId: paid.value.purchaseId });
  expect(await undo('clerk-east')).toMatchObject({ refusal: { code: 'purchase.unknown' } });
  expect(await undo('clerk-west')).toMatchObject({ refusal: { code: 'undo.otherStaff' } });
  shop.cloud.clock.advanceMs(5 * minuteMs + 1);
  expect(await undo('clerk-west-2')).toMatchObject({ refusal: { code: 'undo.tooLate' } });
  const recent = await shop.must('clerk-west-2', 'staff', 'purchase.recent', {});
  expect(recent.receipts).toEqual([{ ...paid.value, undone: false }]);
});

test('where order numbers begin anew each day, a tap that was accepted before midnight is no second purchase after it', async () => {
  const rows = [{ orderPeriod: 'day' }];
  await shop.must('operator-1', 'console', 'store.apply', { section: 'programme', rows, dryRun: false, firstRow: 0 });
  shop.cloud.clock.setMs(Date.UTC(2026, 10, 23, 15, 58));
  const visitId = await openVisit(await shop.join('nina'));
  const first = await pay(visitId, 'N1', 3_000);
  expect(first).toMatchObject({ ok: true });
  shop.cloud.clock.advanceMs(3 * minuteMs);
  expect(await pay(visitId, 'N1', 3_000)).toMatchObject({ ok: true, value: first.ok ? { purchaseId: first.value.purchaseId } : {} });
  expect(await shop.cloud.data.find('purchases', { orderNo: 'N1' })).toHaveLength(1);
  expect(await pay(visitId, 'N1', 3_000, 'another-tap')).toMatchObject({ ok: true });
  expect(await shop.cloud.data.find('purchases', { orderNo: 'N1' })).toHaveLength(2);
});
