import { openShop, sundayMorningMs, type TestShop } from '../openShop';
import { addressee, ledgerSum, noticesNow, pickup, platformEvent, post, sendOutbox, stateOf } from './postRoom';

let shop: TestShop;
beforeAll(async () => {
  shop = await openShop(3);
});
beforeEach(async () => {
  shop.cloud.clock.setMs(sundayMorningMs);
  await shop.cloud.data.remove('outbox', {});
});
afterAll(() => shop.close());

const answers = (verdict: 'accept' | 'reject' = 'accept') => [{ topic: 'pickup' as const, verdict }];
const claim = (openid: string, key: string, verdict: 'accept' | 'reject' = 'accept') =>
  shop.must(openid, 'member', 'message.grant', { key, language: 'zh', answers: answers(verdict) });
const leftOf = (view: Awaited<ReturnType<typeof claim>>) => view.topics.find(({ topic }) => topic === 'pickup')?.left;

test('a tap’s accept is a claim, counted once however often it is sent', async () => {
  const anna = await addressee(shop, 'anna');
  expect(leftOf(await claim('anna', 'tap-of-anna'))).toBe(1);
  expect(leftOf(await claim('anna', 'tap-of-anna'))).toBe(1);
  expect(leftOf(await claim('anna', 'tap-two-of-anna'))).toBe(2);
  expect(leftOf(await claim('anna', 'tap-of-anna-no', 'reject'))).toBe(2);
  expect(await ledgerSum(shop, anna, 'pickup', 0)).toBe(2);
});

test('a message that was held for want of a grant goes out when one is given', async () => {
  const bea = await addressee(shop, 'bea', {}, { pickup: 1 });
  const message = await post(shop, pickup(bea.memberId, 'bea-1'));
  expect(await sendOutbox(shop)).toMatchObject({ sent: 0, held: 1 });
  await claim('bea', 'tap-of-bea');
  expect(await sendOutbox(shop)).toMatchObject({ sent: 1 });
  expect(await stateOf(shop, message)).toMatchObject({ state: 'sent' });
  expect(await ledgerSum(shop, bea, 'pickup', 0)).toBe(0);
});

test('the platform’s events confirm and correct, each once however often it is pushed', async () => {
  const cleo = await addressee(shop, 'cleo');
  await claim('cleo', 'tap-of-cleo');
  const CreateTime = String(Math.floor(shop.cloud.clock.nowMs() / 1000));
  for (let push = 0; push < 3; push += 1) {
    expect(await platformEvent(shop, 'cleo', 'subscribe_msg_popup_event', { SubscribeStatusString: 'accept' }, { CreateTime })).toBe(
      'success',
    );
  }
  expect((await noticesNow(shop, cleo)).grants).toEqual({ pickup: 1 });
  await claim('cleo', 'tap-two-of-cleo');
  shop.cloud.clock.advanceMs(2000);
  await Promise.all(
    [1, 2, 3].map(() => platformEvent(shop, 'cleo', 'subscribe_msg_popup_event', { SubscribeStatusString: 'reject' }).catch(() => null)),
  );
  expect((await noticesNow(shop, cleo)).grants).toEqual({ pickup: 1 });
  shop.cloud.clock.advanceMs(2000);
  await platformEvent(shop, 'cleo', 'subscribe_msg_change_event', { SubscribeStatusString: 'reject' });
  expect((await noticesNow(shop, cleo)).grants).toEqual({ pickup: 0 });
  expect(await ledgerSum(shop, cleo, 'pickup', 0)).toBe(0);
});

test('what is unknown and never settled stays held after a day, and is not sent again', async () => {
  const ella = await addressee(shop, 'ella', { pickup: 2 });
  const noted = { id: 'pickupReady:ella-1', at: shop.cloud.clock.nowMs() };
  await shop.cloud.data.update('members', { _id: 'ella' }, { $set: { 'notices.recent': [noted] } });
  const message = await post(shop, pickup(ella.memberId, 'ella-1'), { state: 'sending', attemptId: 'dead' });
  await sendOutbox(shop);
  expect(await stateOf(shop, message)).toMatchObject({ state: 'unknown', reason: 'outcomeUnknown' });
  shop.cloud.clock.advanceMs(25 * 3_600_000);
  await sendOutbox(shop);
  await sendOutbox(shop);
  expect(await stateOf(shop, message)).toMatchObject({ state: 'held', reason: 'outcomeUnknown' });
  expect(shop.cloud.wechat.messages('ella')).toEqual([]);
});

test('events are refused from a phone, and when their form, their age or their sender is wrong', async () => {
  await addressee(shop, 'fay');
  await expect(shop.cloud.call('events', {}, { openid: 'fay' })).rejects.toThrow('PERMISSION_DENIED');
  const accepted = { SubscribeStatusString: 'accept' };
  expect(await platformEvent(shop, 'fay', 'subscribe_msg_popup_event', accepted, { CreateTime: '1500000000' })).toBe('refused');
  expect(await platformEvent(shop, 'fay', 'subscribe_msg_popup_event', accepted, { MsgType: 'text' })).toBe('refused');
  expect(await platformEvent(shop, 'fay', 'wxa_media_check', accepted)).toBe('success');
  expect(await platformEvent(shop, 'stranger', 'subscribe_msg_popup_event', accepted)).toBe('success');
  expect(await shop.cloud.data.find('grantEntries', { source: { $regex: '^popup@1500000000' } })).toEqual([]);
});

test('the inbox shows what was laid in, page by page, and counts what is new', async () => {
  const gina = await addressee(shop, 'gina');
  for (let n = 1; n <= 23; n += 1) await post(shop, pickup(gina.memberId, `gina-${n}`));
  await sendOutbox(shop);
  const home = await shop.must('gina', 'member', 'member.home', { codeVersionHeld: 1 });
  expect(home).toMatchObject({ notices: { unread: 23 } });
  const first = await shop.must('gina', 'member', 'message.inbox', {});
  const second = await shop.must('gina', 'member', 'message.inbox', { cursor: first.next ?? '' });
  const ids = [...first.messages, ...second.messages].map(({ id }) => id);
  expect([first.messages.length, second.messages.length, second.next]).toEqual([20, 3, null]);
  expect(new Set(ids).size).toBe(23);
  expect(first.messages[0]).toMatchObject({
    read: false,
    topic: 'pickup',
    title: { zh: '手工茶杯 可以取了', en: 'A hand-made cup is ready' },
  });
  expect((await shop.must('gina', 'member', 'message.read', { id: ids[0] })).unread).toBe(22);
  expect((await shop.must('gina', 'member', 'message.read', {})).unread).toBe(0);
  expect((await shop.must('gina', 'member', 'message.inbox', {})).messages.every(({ read }) => read)).toBe(true);
});

test('nobody reads, marks or counts another’s messages', async () => {
  const hope = await addressee(shop, 'hope');
  const message = await post(shop, pickup(hope.memberId, 'hope-1'));
  await sendOutbox(shop);
  await addressee(shop, 'iris');
  expect((await shop.must('iris', 'member', 'message.inbox', {})).messages).toEqual([]);
  await shop.must('iris', 'member', 'message.read', { id: message._id });
  expect(await shop.must('iris', 'member', 'message.opened', { ref: message.ref })).toEqual({ counted: false });
  expect(await stateOf(shop, message)).toMatchObject({ readAt: null, openedAt: null });
  expect(await shop.must('hope', 'member', 'message.opened', { ref: message.ref })).toEqual({ counted: true });
  expect(await shop.must('hope', 'member', 'message.opened', { ref: message.ref })).toEqual({ counted: false });
});

test('a topic that is switched off stays off until it is switched on', async () => {
  await addressee(shop, 'jane');
  const off = await shop.must('jane', 'member', 'message.switch', { topic: 'goods', on: false, language: 'en' });
  expect(off.topics.find(({ topic }) => topic === 'goods')).toMatchObject({ on: false, left: null });
  await shop.must('jane', 'member', 'message.switch', { topic: 'goods', on: false, language: 'en' });
  const on = await shop.must('jane', 'member', 'message.switch', { topic: 'goods', on: true, language: 'en' });
  expect(on.topics.every((topic) => topic.on)).toBe(true);
});

test('the operator sees what each kind would say, with the facts of a real message where there is one', async () => {
  const kate = await addressee(shop, 'kate');
  await post(shop, pickup(kate.memberId, 'kate-1'));
  const { previews } = await shop.must('operator-1', 'console', 'message.preview', {});
  expect(previews.find(({ kind }) => kind === 'pickupReady')).toMatchObject({
    real: true,
    fields: { zh: { thing1: '手工茶杯' }, en: { thing1: 'A hand-made cup' } },
  });
  expect(previews.find(({ kind }) => kind === 'festival')).toMatchObject({ real: false });
  expect(await shop.must('operator-1', 'console', 'message.outbox', {})).toMatchObject({ states: { waiting: 1 }, stops: [] });
});
