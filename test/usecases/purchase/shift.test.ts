import { dayMs, minuteMs } from '@shared/kernel/time';
import { sundayMorningMs, type TestShop } from '../openShop';
import { general, must, openTill, type TestTill } from './openTill';

let shop: TestShop;
let till: TestTill;
beforeEach(async () => {
  till = await openTill();
  shop = till.shop;
});
afterEach(() => shop.close());

const hourMs = 60 * minuteMs;
let keys = 0;
const newKey = (): string => `shift-key-${(keys += 1)}`;
const open = (staff = 'clerk-west', key = newKey()) => shop.call(staff, 'staff', 'shift.open', { key });
const close = (staff = 'clerk-west', key = newKey()) => shop.call(staff, 'staff', 'shift.close', { key });
const report = (staff = 'clerk-west') => shop.must(staff, 'staff', 'shift.report', {});
const undo = (purchaseId: string) => shop.must('clerk-west', 'staff', 'purchase.undo', { key: newKey(), purchaseId });
const runJob = () => shop.cloud.runTimer('jobs', 'closeShifts');

test('a shift’s report adds up from its commands: sales, an undo, a void, a refund, a hand-over', async () => {
  await must(open());
  await till.buy('anna-0', [general(10_000, 2)]);
  await undo(await till.buy('anna-1', [general(3_000)]));
  const voided = await till.buy('anna-2', [general(2_000)]);
  await shop.must('lead-west', 'staff', 'purchase.void', { key: newKey(), purchaseId: voided });
  const refunded = await till.buy('anna-3', [general(5_000)]);
  await must(till.refund({ purchaseId: refunded }));
  await handOver('anna-0');
  shop.cloud.clock.advanceMs(hourMs);
  const closed = await must(close());
  expect(closed.shift).toMatchObject({ staffId: 'qing', day: '2026-11-22', byClock: false });
  expect(closed.totals).toMatchObject({
    sales: { count: 4, listFen: 20_000, payableFen: 20_000, points: 200 },
    undone: { count: 1, fen: 3_000 },
    voided: { count: 1, fen: 2_000 },
    refunds: { count: 1, fen: 5_000, pointsTaken: 50 },
    handOvers: 1,
    netFen: 10_000,
  });
  expect(closed.waiting).toMatchObject({ sales: { count: 0 }, netFen: 0 });
});

async function handOver(openid: string): Promise<void> {
  const { pickup } = await shop.must(openid, 'member', 'reward.redeem', { key: newKey(), rewardId: 'mug' });
  await shop.must('clerk-west', 'staff', 'reward.handOver', { key: newKey(), pickupCode: pickup.pickupCode });
}

test('one shift is open at a time; the same tap gets the same shift, and the same close the same report', async () => {
  const first = await must(open('clerk-west', 'the-same-tap'));
  expect(await must(open('clerk-west', 'the-same-tap'))).toEqual(first);
  expect(await open()).toMatchObject({ refusal: { code: 'shift.open', args: { at: '10:00' } } });
  const closed = await must(close('clerk-west', 'the-same-close'));
  expect((await must(close('clerk-west', 'the-same-close'))).shift).toEqual(closed.shift);
  expect(await close()).toMatchObject({ refusal: { code: 'shift.none' } });
  const races = await Promise.all([open(), open(), open()]);
  expect(races.filter((answer) => answer.ok)).toHaveLength(1);
});

test('windows tile: what is done before a shift is opened belongs to it, and every purchase to exactly one', async () => {
  await till.buy('anna-0', [general(1_000)]);
  expect(await report()).toMatchObject({ shift: null, totals: { sales: { count: 1 } } });
  shop.cloud.clock.advanceMs(hourMs);
  await must(open());
  await till.buy('anna-1', [general(2_000)]);
  shop.cloud.clock.advanceMs(1);
  const first = await must(close());
  const late = await till.buy('anna-2', [general(4_000)]);
  expect((await report()).waiting).toMatchObject({ sales: { count: 1, payableFen: 4_000 } });
  shop.cloud.clock.advanceMs(minuteMs);
  await must(open());
  await undo(late);
  const second = await report();
  expect([first.totals.netFen, second.totals.netFen]).toEqual([3_000, 0]);
  expect(second.totals).toMatchObject({ sales: { count: 1, payableFen: 4_000 }, undone: { count: 1, fen: 4_000 } });
});

test('an undo after the close counts in the next shift, and the closed report stays what it was', async () => {
  await must(open());
  const purchaseId = await till.buy('anna-0', [general(7_000)]);
  const closed = await must(close());
  await undo(purchaseId);
  expect((await report()).totals).toEqual(closed.totals);
  await must(open());
  expect((await report()).totals).toMatchObject({ sales: { count: 0 }, undone: { count: 1, fen: 7_000 }, netFen: -7_000 });
});

test('the end of the day closes a shift and marks it, with or without the job; afterwards nothing of it can be voided', async () => {
  await must(open());
  const purchaseId = await till.buy('anna-0', [general(1_000)]);
  shop.cloud.clock.setMs(sundayMorningMs + 14 * hourMs);
  const midnight = sundayMorningMs + 14 * hourMs;
  expect((await report()).shift).toMatchObject({ byClock: true, closedAt: midnight });
  expect(await runJob()).toMatchObject({ value: { closed: 1, made: 0 } });
  expect(await runJob()).toMatchObject({ value: { closed: 0, made: 0 } });
  expect(await report()).toMatchObject({ shift: { byClock: true, closedAt: midnight }, totals: { netFen: 1_000 } });
  const request = { key: newKey(), purchaseId };
  expect(await shop.call('lead-west', 'staff', 'purchase.void', request)).toMatchObject({ refusal: { code: 'void.shiftClosed' } });
  expect(await must(open())).toMatchObject({ day: '2026-11-23' });
});

test('who sold without opening a shift gets one from the clock, so that the shop’s day is whole', async () => {
  await till.buy('anna-0', [general(1_000)]);
  await must(open('clerk-west-2'));
  await till.buy('anna-1', [general(2_000)], 'clerk-west-2');
  shop.cloud.clock.advanceMs(dayMs);
  expect(await runJob()).toMatchObject({ value: { closed: 1, made: 1 } });
  const day = await shop.must('lead-west', 'staff', 'shift.shop', { day: '2026-11-22' });
  expect(day.rows.map((row) => [row.shift.staffId, row.shift.byClock, row.totals.netFen]).sort()).toEqual([
    ['qing', true, 1_000],
    ['yu', true, 2_000],
  ]);
  expect(day.totals).toMatchObject({ sales: { count: 2 }, netFen: 3_000 });
  expect(await shop.call('clerk-west', 'staff', 'shift.shop', {})).toMatchObject({ refusal: { code: 'call.notAllowed' } });
});

test('a refund in another shop is in that drawer’s shift, and charged to the shop that sold', async () => {
  const purchaseId = await till.buy('anna-0', [general(6_000)]);
  await must(open('clerk-east'));
  await must(till.refund({ purchaseId }, 'clerk-east'));
  expect((await report('clerk-east')).totals).toMatchObject({ refunds: { count: 1, fen: 6_000 }, netFen: -6_000 });
  expect(await shop.must('lead-west', 'staff', 'shift.shop', {})).toMatchObject({ elsewhere: { count: 1, fen: 6_000 } });
});
