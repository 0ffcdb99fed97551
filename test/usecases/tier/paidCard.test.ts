import { dayMs, minuteMs } from '@shared/kernel/time';
import { openShop, type TestShop } from '../openShop';
import { couponRow } from '../voucher/couponRow';

const name = (zh: string, en: string) => ({ zh, en });
const detail = name('', '');
const plans = [
  {
    id: 'month',
    name: name('月卡', 'Month card'),
    detail,
    days: 31,
    priceFen: 1900,
    points: 30,
    multiplier: 200,
    pricePercent: 90,
    coupons: ['tea'],
  },
  { id: 'year', name: name('年卡', 'Year card'), detail, days: 366, priceFen: 19_900, multiplier: 200, pricePercent: 90, order: 2 },
];
const coupon = couponRow('tea', { claim: 'grant' });

let shop: TestShop;
beforeEach(async () => {
  shop = await openShop(2);
  const apply = (section: 'staff' | 'coupons' | 'plans', rows: object[]) =>
    shop.must('operator-1', 'console', 'store.apply', { section, rows, dryRun: false, firstRow: 0 });
  await apply('staff', [{ openid: 'operator-2', staffId: 'op2', name: '二号', roles: ['operator'] }]);
  for (const [section, rows] of [
    ['coupons', [coupon]],
    ['plans', plans],
  ] as const) {
    const report = await apply(section, [...rows]);
    expect(report.rows.filter(({ result }) => result === 'refused')).toEqual([]);
  }
});
afterEach(() => shop.close());

const buy = (openid: string, key: string, by: 'money' | 'points' = 'money', planId = 'month') =>
  shop.call(openid, 'member', 'paidCard.buy', { key, planId, by });
const bought = async (openid: string, key: string, by: 'money' | 'points' = 'money', planId = 'month') => {
  const answer = await buy(openid, key, by, planId);
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value;
};
const overview = (openid: string) => shop.must(openid, 'member', 'paidCard.overview', {});
const job = (which: string) => shop.cloud.runTimer('jobs', which);
const accountOf = async (openid: string) => {
  const [member] = await shop.cloud.data.find('members', { _id: openid });
  const [account] = await shop.cloud.data.find('accounts', { _id: member?.['accountId'] });
  return account as { readonly _id: string; readonly available: number; readonly paidCard: { readonly periods: readonly object[] } };
};

test('days come when the payment service says that the money has, once, whoever tells and however often', async () => {
  await shop.join('anna');
  const { order, ticket } = await bought('anna', 'buy-key-1');
  expect([order.state, ticket?.package]).toEqual(['pending', expect.stringMatching(/^prepay_id=/)]);
  // Somebody who pretends that it was paid changes nothing.
  await shop.cloud.call('pay', { outTradeNo: order.orderId, resultCode: 'SUCCESS', totalFee: 1900 }, { trigger: 'timer' });
  expect((await overview('anna')).card).toBeNull();
  expect(await shop.cloud.wechat.pay(order.orderId)).toMatchObject({ delivered: true });
  await Promise.all([
    shop.cloud.call('pay', { outTradeNo: order.orderId }, { trigger: 'timer' }),
    shop.call('anna', 'member', 'paidCard.order', { orderId: order.orderId }),
    shop.cloud.call('pay', { outTradeNo: order.orderId }, { trigger: 'timer' }),
  ]);
  expect((await overview('anna')).card).toMatchObject({ since: '2026-11-22', until: '2026-12-22', multiplier: 200, pricePercent: 90 });
  expect((await accountOf('anna')).paidCard.periods).toHaveLength(1);
  expect((await bought('anna', 'buy-key-1')).order.state).toBe('paid');
  expect(await buy('anna', 'buy-key-1', 'money', 'year')).toMatchObject({ refusal: { code: 'key.reused' } });
});

test('a notice that never comes is made up for by the phone’s own question, by the job, or by the same tap again', async () => {
  await shop.join('anna');
  const first = (await bought('anna', 'buy-key-1')).order.orderId;
  shop.cloud.faults.order('seed=1,killWorker=1@getDocument');
  expect(await shop.cloud.wechat.pay(first)).toMatchObject({ delivered: false });
  shop.cloud.faults.order('');
  expect(await shop.must('anna', 'member', 'paidCard.order', { orderId: first })).toMatchObject({ state: 'paid' });
  const second = (await bought('anna', 'buy-key-2')).order.orderId;
  shop.cloud.faults.order('seed=1,killWorker=1@getDocument');
  expect(await shop.cloud.wechat.pay(second)).toMatchObject({ delivered: false });
  shop.cloud.faults.order('');
  shop.cloud.clock.advanceMs(2 * minuteMs);
  await job('settlePlanOrders');
  expect((await overview('anna')).card).toMatchObject({ until: '2027-01-22' });
  const third = (await bought('anna', 'buy-key-3')).order.orderId;
  shop.cloud.faults.order('seed=1,killWorker=1@getDocument');
  expect(await shop.cloud.wechat.pay(third)).toMatchObject({ delivered: false });
  shop.cloud.faults.order('');
  expect(await bought('anna', 'buy-key-3')).toMatchObject({ ticket: null, order: { orderId: third, state: 'paid' } });
  expect((await overview('anna')).card).toMatchObject({ until: '2027-02-22' });
});

test('an order that is not paid in half an hour is closed, and can be paid no more', async () => {
  await shop.join('anna');
  const { orderId } = (await bought('anna', 'buy-key-1')).order;
  for (let waited = 0; waited < 4; waited += 1) {
    shop.cloud.clock.advanceMs(20 * minuteMs);
    await job('settlePlanOrders');
  }
  expect(await shop.must('anna', 'member', 'paidCard.order', { orderId })).toMatchObject({ state: 'closed' });
  await expect(shop.cloud.wechat.pay(orderId)).rejects.toMatchObject({ code: 'INVALID_PARAM' });
  expect((await bought('anna', 'buy-key-1')).ticket).toBeNull();
});

test('an order that its buyer gives up is closed at once, unless it was paid; one left lying ends when it is looked at', async () => {
  await Promise.all([shop.join('anna'), shop.join('ben')]);
  const ask = (method: 'paidCard.giveUp' | 'paidCard.order', orderId: string) => shop.must('anna', 'member', method, { orderId });
  const first = (await bought('anna', 'buy-key-1')).order.orderId;
  for (const given of await Promise.all([1, 2, 3].map(() => ask('paidCard.giveUp', first)))) expect(given.state).toBe('closed');
  await expect(shop.cloud.wechat.pay(first)).rejects.toMatchObject({ code: 'INVALID_PARAM' });
  const second = (await bought('anna', 'buy-key-2')).order.orderId;
  shop.cloud.faults.order('seed=1,killWorker=1@getDocument');
  expect(await shop.cloud.wechat.pay(second)).toMatchObject({ delivered: false });
  shop.cloud.faults.order('');
  expect(await ask('paidCard.giveUp', second)).toMatchObject({ state: 'paid' });
  expect((await overview('anna')).card).toMatchObject({ until: '2026-12-22' });
  const third = (await bought('anna', 'buy-key-3')).order.orderId;
  expect(await shop.call('ben', 'member', 'paidCard.giveUp', { orderId: third })).toMatchObject({ refusal: { code: 'plan.noOrder' } });
  shop.cloud.clock.advanceMs(29 * minuteMs);
  expect(await ask('paidCard.order', third)).toMatchObject({ state: 'pending' });
  shop.cloud.clock.advanceMs(minuteMs);
  expect(await ask('paidCard.order', third)).toMatchObject({ state: 'closed' });
});

test('points buy it at once, all or nothing, and one tap buys once', async () => {
  await shop.join('anna');
  const taps = await Promise.all(Array.from({ length: 5 }, () => buy('anna', 'points-key', 'points')));
  expect(taps.filter((tap) => tap.ok).length).toBeGreaterThan(0);
  expect(await bought('anna', 'points-key', 'points')).toMatchObject({ ticket: null, available: 20, order: { state: 'paid' } });
  expect(await buy('anna', 'points-key-2', 'points')).toMatchObject({ refusal: { code: 'points.short', args: { have: 20, need: 30 } } });
  expect(await buy('anna', 'points-key-3', 'points', 'year')).toMatchObject({ refusal: { code: 'plan.unknown' } });
  expect((await accountOf('anna')).paidCard.periods).toHaveLength(1);
  expect((await shop.reconcile()).differences).toEqual([]);
});

test('the till gives its price and points, receipts say what it saved, and a refund of the goods takes that back', async () => {
  const home = await shop.join('anna');
  await bought('anna', 'points-key', 'points');
  const visit = await shop.must('clerk-west', 'staff', 'visit.open', { code: shop.codeOf(home), by: 'scan' });
  const wish = { lines: [{ categoryId: 'general', amountFen: 10_000 }], usePoints: 0, voucherIds: 'best' as const };
  const quote = await shop.must('clerk-west', 'staff', 'purchase.quote', { key: 'quote-key', visitId: visit.visitId, ...wish });
  expect(quote).toMatchObject({ payableFen: 9_000, points: 180 });
  const confirm = { key: 'confirm-key', quoteId: quote.quoteId, orderNo: 'A1' };
  const { purchaseId } = await shop.must('clerk-west', 'staff', 'purchase.confirmQuote', confirm);
  expect((await overview('anna')).card).toMatchObject({ savedFen: 1_000 });
  await shop.must('clerk-west', 'staff', 'purchase.refund', { key: 'refund-key', purchaseId, lines: null, after: 0 });
  expect((await overview('anna')).card).toMatchObject({ savedFen: 0 });
  expect((await shop.reconcile()).differences).toEqual([]);
});

test('vouchers come every 31 days and the end is told of a week before, each once', async () => {
  await shop.join('anna');
  await bought('anna', 'points-key', 'points');
  const vouchers = () => shop.cloud.data.find('vouchers', { couponId: 'tea' });
  await Promise.all([job('servePaidCards'), job('servePaidCards')]);
  await job('servePaidCards');
  expect(await vouchers()).toHaveLength(1);
  shop.cloud.clock.advanceMs(25 * dayMs);
  await job('servePaidCards');
  await job('servePaidCards');
  expect(await shop.cloud.data.find('outbox', { kind: 'planEnding' })).toMatchObject([{ facts: { day: '2026-12-22' } }]);
  shop.cloud.clock.advanceMs(10 * dayMs);
  await job('servePaidCards');
  expect((await accountOf('anna')).paidCard).toMatchObject({ dueOn: null, remindedOf: '2026-12-22' });
  expect(await overview('anna')).toMatchObject({ card: null, ended: '2026-12-22' });
  expect(await vouchers()).toHaveLength(1);
});

test('two operators end an order: the share of the money goes back once, unused vouchers go, and points return by an entry', async () => {
  const home = await shop.join('anna');
  const { orderId } = (await bought('anna', 'buy-key-1')).order;
  await shop.cloud.wechat.pay(orderId);
  await job('servePaidCards');
  shop.cloud.clock.advanceMs(10 * dayMs);
  const ask = { key: 'propose-1', cardNumber: home.cardNumber, orderId, reason: '顾客搬家了' };
  const proposal = await shop.must('operator-1', 'console', 'paidCard.proposeRefund', ask);
  expect(await shop.must('operator-1', 'console', 'paidCard.proposeRefund', ask)).toEqual(proposal);
  const verdict = { key: 'decide-1', proposalId: proposal._id, approve: true, note: '' };
  await shop.must('operator-2', 'console', 'audit.decide', verdict);
  await shop.must('operator-2', 'console', 'audit.decide', verdict);
  expect(await overview('anna')).toMatchObject({ card: { until: '2026-12-02' }, orders: [{ state: 'refunding', refund: { fen: 1225 } }] });
  await Promise.all([job('settlePlanOrders'), job('settlePlanOrders')]);
  expect((await overview('anna')).orders).toMatchObject([{ state: 'refunded', refund: { fen: 1225 } }]);
  expect(await shop.cloud.data.find('vouchers', { couponId: 'tea', state: 'revoked' })).toHaveLength(1);
  expect(await shop.call('operator-1', 'console', 'paidCard.proposeRefund', { ...ask, key: 'propose-2' })).toMatchObject({
    refusal: { code: 'plan.noOrder' },
  });
  shop.cloud.clock.advanceMs(dayMs);
  const inPoints = (await bought('anna', 'points-key', 'points')).order.orderId;
  const again = await shop.must('operator-1', 'console', 'paidCard.proposeRefund', { ...ask, key: 'propose-3', orderId: inPoints });
  await shop.must('operator-2', 'console', 'audit.decide', { ...verdict, key: 'decide-3', proposalId: again._id });
  expect((await accountOf('anna')).available).toBe(20 + 29);
  expect((await shop.reconcile()).differences).toEqual([]);
});

test('leaving gives the share of the days to come back, and so does money that arrives after somebody was erased', async () => {
  await shop.join('anna');
  const paid = (await bought('anna', 'buy-key-1')).order.orderId;
  await shop.cloud.wechat.pay(paid);
  const late = (await bought('anna', 'buy-key-2')).order.orderId;
  await shop.must('anna', 'member', 'member.leave', { key: 'leave-key' });
  shop.cloud.clock.advanceMs(7 * dayMs + 1);
  await job('eraseMembers');
  const ordersOf = (_id: string) => shop.cloud.data.find('planOrders', { _id });
  expect(await ordersOf(paid)).toMatchObject([{ state: 'refunding', refund: { fen: 1409, by: 'leaving' } }]);
  await shop.cloud.wechat.pay(late);
  expect(await ordersOf(late)).toMatchObject([{ state: 'refunding', refund: { fen: 1900, by: 'leaving' } }]);
  await job('settlePlanOrders');
  expect([...(await ordersOf(paid)), ...(await ordersOf(late))]).toMatchObject([{ state: 'refunded' }, { state: 'refunded' }]);
  expect((await shop.reconcile()).differences).toEqual([]);
});
