import { dayMs, minuteMs } from '@shared/kernel/time';
import { openShop, sundayMorningMs, type TestShop } from '../openShop';
import { addressee, ledgerSum, noticesNow, pickup, post, sendOutbox, stateOf } from './postRoom';

let shop: TestShop;
/** Settings are kept for 30 s by the clock; each change moves it further than the one before. */
let cacheTurns = 0;
beforeAll(async () => {
  shop = await openShop(3);
  await settings({});
});
beforeEach(async () => {
  shop.cloud.clock.setMs(sundayMorningMs);
  await shop.cloud.data.remove('outbox', {});
});
afterAll(() => shop.close());

async function settings(messages: object): Promise<void> {
  const rows = [{ jobOperationsPerSecond: 10_000, messages }];
  await shop.must('operator-1', 'console', 'store.apply', { section: 'programme', rows, dryRun: false, firstRow: 0 });
  shop.cloud.clock.advanceMs(20 * minuteMs * (cacheTurns += 1));
}

test('a message with a grant goes out once, in the person’s words, opens its page by a short id and lies in the inbox', async () => {
  const anna = await addressee(shop, 'anna', { pickup: 1 });
  const message = await post(shop, pickup(anna.memberId, 'anna-1'));
  expect(await sendOutbox(shop)).toMatchObject({ sent: 1, more: false });
  expect(await sendOutbox(shop)).toMatchObject({ sent: 0 });
  const delivered = shop.cloud.wechat.messages('anna');
  expect(delivered).toMatchObject([
    {
      templateId: 'lantern-pickup',
      page: `pages/rewards/index?m=${message.ref}`,
      data: { thing1: '手工茶杯', thing2: '西湖店', phrase3: '待取货' },
    },
  ]);
  const after = await stateOf(shop, message);
  expect(after).toMatchObject({ state: 'sent', sent: { channel: 'subscription', msgId: String(delivered[0]?.id) }, reason: null });
  expect(after.history.map(({ state }) => state)).toEqual(['waiting', 'sent']);
  expect(after.inboxAt).toBeGreaterThan(0);
  expect(await noticesNow(shop, anna)).toMatchObject({ grants: { pickup: 0 }, unread: 1 });
  expect(await ledgerSum(shop, anna, 'pickup', 1)).toBe(0);
});

test('one grant, three due: one is sent, two are held and say why', async () => {
  const bea = await addressee(shop, 'bea', { pickup: 1 });
  const messages = await Promise.all(['1', '2', '3'].map((n) => post(shop, pickup(bea.memberId, `bea-${n}`))));
  expect(await sendOutbox(shop)).toMatchObject({ sent: 1, held: 2 });
  const states = await Promise.all(messages.map((message) => stateOf(shop, message)));
  expect(states.map(({ state, reason }) => `${state} ${reason}`).sort()).toEqual(['held noGrant', 'held noGrant', 'sent null']);
  expect(await noticesNow(shop, bea)).toMatchObject({ unread: 3 });
});

test('at night nothing goes out, and in the morning one a day does', async () => {
  const cleo = await addressee(shop, 'cleo', { pickup: 5 });
  shop.cloud.clock.setMs(Date.UTC(2026, 10, 22, 14, 0));
  const messages = await Promise.all(['1', '2'].map((n) => post(shop, pickup(cleo.memberId, `cleo-${n}`))));
  expect(await sendOutbox(shop)).toMatchObject({ sent: 0, postponed: 2 });
  shop.cloud.clock.setMs(Date.UTC(2026, 10, 23, 0, 59));
  expect(await sendOutbox(shop)).toMatchObject({ sent: 0 });
  shop.cloud.clock.advanceMs(minuteMs);
  expect(await sendOutbox(shop)).toMatchObject({ sent: 1, postponed: 1 });
  shop.cloud.clock.advanceMs(dayMs);
  expect(await sendOutbox(shop)).toMatchObject({ sent: 1 });
  const sentAt = (await Promise.all(messages.map((message) => stateOf(shop, message)))).map(({ sent }) =>
    new Date(sent?.at ?? 0).toISOString(),
  );
  expect(sentAt.sort().map((at) => at.slice(0, 16))).toEqual(['2026-11-23T01:00', '2026-11-24T01:00']);
});

test('three a week: the fourth waits until the first is seven days old, or is given up when that is too late', async () => {
  const dora = await addressee(shop, 'dora', { pickup: 9 });
  for (const n of ['1', '2', '3']) {
    await post(shop, pickup(dora.memberId, `dora-${n}`));
    expect(await sendOutbox(shop)).toMatchObject({ sent: 1 });
    shop.cloud.clock.advanceMs(dayMs);
  }
  const fourth = await post(shop, { ...pickup(dora.memberId, 'dora-4'), expiresAt: shop.cloud.clock.nowMs() + 9 * dayMs });
  const late = await post(shop, { ...pickup(dora.memberId, 'dora-5'), expiresAt: shop.cloud.clock.nowMs() + dayMs });
  expect(await sendOutbox(shop)).toMatchObject({ sent: 0, postponed: 1, givenUp: 1 });
  expect(await stateOf(shop, late)).toMatchObject({ state: 'givenUp', reason: 'quietOrCapped' });
  expect(new Date((await stateOf(shop, fourth)).dueAt).toISOString()).toBe('2026-11-29T01:00:00.000Z');
});

test('43101 ends what the ledger believed: the grants are gone, the message is held', async () => {
  const ella = await addressee(shop, 'ella', { pickup: 2 }, {});
  const message = await post(shop, pickup(ella.memberId, 'ella-1'));
  expect(await sendOutbox(shop)).toMatchObject({ sent: 0, held: 1 });
  expect(await stateOf(shop, message)).toMatchObject({ state: 'held', reason: 'noGrant' });
  expect(await noticesNow(shop, ella)).toMatchObject({ grants: { pickup: 0 }, recent: [] });
  expect(await ledgerSum(shop, ella, 'pickup', 2)).toBe(0);
});

test('47003 gives the message up and the grant back', async () => {
  const fay = await addressee(shop, 'fay', { pickup: 1 });
  await settings({ templateIds: { pickup: 'lantern-lapse' } });
  const message = await post(shop, pickup(fay.memberId, 'fay-1'));
  expect(await sendOutbox(shop)).toMatchObject({ sent: 0, givenUp: 1 });
  expect(await stateOf(shop, message)).toMatchObject({ state: 'givenUp', reason: 'fieldWrong' });
  expect(await noticesNow(shop, fay)).toMatchObject({ grants: { pickup: 1 }, recent: [] });
  expect(await ledgerSum(shop, fay, 'pickup', 1)).toBe(1);
  await settings({});
});

test('40037 stops the template: the platform is asked once, the rest is held, and goes out when an operator lifts the stop', async () => {
  await settings({ templateIds: { pickup: 'misspelt' } });
  const people = await Promise.all(['gina', 'hope', 'iris'].map((openid) => addressee(shop, openid, { pickup: 1 })));
  for (const { memberId } of people) await post(shop, pickup(memberId, `stop-${memberId}`));
  await sendOutbox(shop);
  const [stop] = await shop.cloud.data.find('templateStops', {});
  expect(stop).toMatchObject({ _id: 'pickup', errCode: 40037 });
  const held = await shop.cloud.data.find('outbox', { reason: 'templateStopped' });
  expect(held).toHaveLength(people.length);
  await settings({});
  await shop.cloud.data.remove('templateStops', {});
  shop.cloud.clock.advanceMs(61 * minuteMs);
  expect(await sendOutbox(shop)).toMatchObject({ sent: people.length });
});

test('what was switched off, and what came too late, is given up and is not in the inbox', async () => {
  const jane = await addressee(shop, 'jane', { pickup: 1 });
  await shop.cloud.data.update('members', { _id: 'jane' }, { $set: { 'notices.off': ['pickup'] } });
  const off = await post(shop, pickup(jane.memberId, 'jane-1'));
  const late = await post(shop, { ...pickup(jane.memberId, 'jane-2'), expiresAt: sundayMorningMs });
  const gone = await post(shop, pickup('nobody', 'nobody-1'));
  expect(await sendOutbox(shop)).toMatchObject({ sent: 0, givenUp: 3 });
  expect(await stateOf(shop, off)).toMatchObject({ state: 'givenUp', reason: 'switchedOff', inboxAt: 0 });
  expect(await stateOf(shop, late)).toMatchObject({ state: 'givenUp', reason: 'expired', inboxAt: 0 });
  expect(await stateOf(shop, gone)).toMatchObject({ state: 'givenUp', reason: 'memberGone' });
});
