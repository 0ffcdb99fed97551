import { dayMs, minuteMs } from '@shared/kernel/time';
import type { Home } from '@shared/member/contract';
import type { NewShopKey } from '@shared/store/contract';
import { openShop, sundayMorningMs, type TestShop } from '../openShop';
import { sendSigned, type Tampering } from './sendSigned';

let shop: TestShop;
let west: NewShopKey;
beforeAll(async () => {
  shop = await openShop(2);
  west = await makeKey('west');
});
beforeEach(() => {
  shop.cloud.clock.setMs(sundayMorningMs);
});
afterAll(() => shop.close());

const makeKey = (shopId: string, key = `make-${shopId}`, replaces?: string) =>
  shop.must('operator-1', 'console', 'store.makeKey', { key, shopId, ...(replaces === undefined ? {} : { replaces }) });

const send = (rows: readonly object[], key = west, tamper: Tampering = {}) => sendSigned(shop, rows, key, tamper);
const sale = (orderNo: string, member: string, amountFen = 5_000, at = shop.cloud.clock.nowMs()) => ({
  kind: 'sale',
  orderNo,
  member,
  at,
  lines: [{ categoryId: 'general', amountFen }],
});
const pendingOf = async (openid: string) =>
  ((await shop.must(openid, 'member', 'member.home', { codeVersionHeld: 1 })) as Home).points.pending;

test('a signed batch is recorded row by row, and every row is reported', async () => {
  const home = await shop.join('pos-1');
  const before = await shop.join('pos-1b');
  const rows = [
    sale('P1', home.cardNumber),
    sale('P2', '9000000000000000'),
    { ...sale('P3', home.cardNumber), lines: [{ categoryId: 'nothing', amountFen: 1 }] },
    { ...sale('P4', home.cardNumber), surprise: true },
    sale('P5', shop.codeOf(before), 700),
  ];
  const { status, answer } = await send(rows);
  expect(status).toBe(200);
  expect(answer.value?.rows).toMatchObject([
    { row: 1, orderNo: 'P1', result: 'recorded', points: 50 },
    { row: 2, orderNo: 'P2', result: 'refused', refusal: { code: 'card.unknown' } },
    { row: 3, result: 'refused', refusal: { code: 'category.unknown' } },
    { row: 4, orderNo: 'P4', result: 'refused', refusal: { code: 'row.invalid' } },
    { row: 5, result: 'recorded', points: 7 },
  ]);
  expect(await pendingOf('pos-1')).toBe(50);
  const [purchase] = await shop.cloud.data.find('purchases', { orderNo: 'P1' });
  expect(purchase).toMatchObject({ source: 'pos', shopId: 'west', staffId: `pos:${west.keyId}` });
});

test('a request replayed, or a row sent again in another batch or by the next key, is answered the same and counts once', async () => {
  const home = await shop.join('pos-2');
  const rows = [sale('Q1', home.cardNumber), sale('Q2', home.cardNumber, 900)];
  const time = String(shop.cloud.clock.nowMs());
  const first = await send(rows, west, { time });
  shop.cloud.clock.advanceMs(minuteMs);
  expect((await send(rows, west, { time })).answer.value).toEqual(first.answer.value);
  const next = await makeKey('west', 'make-west-2', west.keyId);
  expect((await send(rows.slice(0, 1), next)).answer.value?.rows).toEqual(first.answer.value?.rows.slice(0, 1));
  await Promise.all([send(rows), send(rows), send(rows, next)]);
  expect(await pendingOf('pos-2')).toBe(59);
  expect((await send([{ ...rows[0], lines: [{ categoryId: 'general', amountFen: 1 }] }])).answer.value?.rows).toMatchObject([
    { result: 'refused', refusal: { code: 'order.taken' } },
  ]);
});

test('rows of one card share a transaction, see each other, and one that is refused leaves no trace', async () => {
  const home = await shop.join('pos-together');
  const again = sale('X2', home.cardNumber, 900);
  const rows = [
    sale('X1', home.cardNumber),
    again,
    sale('X1', home.cardNumber, 4_999),
    again,
    sale('X3', home.cardNumber, 900, shop.cloud.clock.nowMs() + dayMs),
    ...Array.from({ length: 10 }, (_, index) => sale(`X1${index}`, home.cardNumber, 100 + index)),
  ];
  const [{ answer }] = await Promise.all([send(rows), send(rows.slice(5)), send([again, ...rows.slice(9)])]);
  expect(answer.value?.rows.slice(0, 5)).toMatchObject([
    { row: 1, result: 'recorded', points: 50 },
    { row: 2, result: 'recorded', points: 9 },
    { row: 3, result: 'refused', refusal: { code: 'order.taken' } },
    { row: 4, result: 'recorded', points: 9 },
    { row: 5, result: 'refused', refusal: { code: 'purchase.date' } },
  ]);
  expect(await pendingOf('pos-together')).toBe(69);
  await send(Array.from({ length: 10 }, (_, index) => sale(`X3${index}`, home.cardNumber, 100)));
  const operations = shop.cloud
    .lastInvocations()
    .filter(({ functionName }) => functionName === 'pos')
    .at(-1)?.operations;
  // The call, its key and card, begin, ten order numbers, the account; purchases, entries, account and commit.
  expect(operations).toBeLessThanOrEqual(18);
  expect((await shop.reconcile()).differences).toEqual([]);
});

test.each([
  ['an altered body', { body: '{"rows":[{}]}' }, 'pos.unsigned'],
  ['another signature', { signature: 'f'.repeat(64) }, 'pos.unsigned'],
  ['no signature', { signature: '' }, 'pos.unsigned'],
  ['a key nobody made', { keyId: 'a'.repeat(16) }, 'pos.unsigned'],
  ['a key that is no key', { keyId: '$where' }, 'pos.unsigned'],
  ['a time six minutes ago', { time: String(sundayMorningMs - 6 * minuteMs) }, 'pos.stale'],
  ['a time six minutes ahead', { time: String(sundayMorningMs + 6 * minuteMs) }, 'pos.stale'],
  ['a time that is no time', { time: 'now' }, 'pos.stale'],
])('refuses %s and writes nothing', async (_what, tamper, code) => {
  const home = await shop.join('pos-3');
  expect(await send([sale('R1', home.cardNumber)], west, tamper)).toMatchObject({ status: 401, answer: { refusal: { code } } });
  expect(await shop.cloud.data.find('purchases', { orderNo: 'R1' })).toEqual([]);
});

test("a shop's key speaks for its own shop only, whatever the request says", async () => {
  const home = await shop.join('pos-4');
  const east = await makeKey('east');
  expect(await send([sale('S1', home.cardNumber)], { ...east, keyId: west.keyId })).toMatchObject({ status: 401 });
  expect((await send([{ ...sale('S1', home.cardNumber), shopId: 'west' }], east)).answer.value?.rows).toMatchObject([
    { result: 'refused' },
  ]);
  await send([sale('S1', home.cardNumber)], east);
  expect(await shop.cloud.data.find('purchases', { orderNo: 'S1' })).toMatchObject([{ shopId: 'east' }]);
});

test('a key that was replaced goes on for a day, one that was revoked ends', async () => {
  const home = await shop.join('pos-5');
  const old = await makeKey('west', 'make-old-1');
  const fresh = await makeKey('west', 'make-new-1', old.keyId);
  expect(await send([sale('T1', home.cardNumber)], old)).toMatchObject({ status: 200 });
  shop.cloud.clock.advanceMs(dayMs + minuteMs);
  expect(await send([sale('T2', home.cardNumber)], old)).toMatchObject({ status: 401 });
  expect(await send([sale('T2', home.cardNumber)], fresh)).toMatchObject({ status: 200 });
  await shop.must('operator-1', 'console', 'store.revokeKey', { keyId: fresh.keyId });
  shop.cloud.clock.advanceMs(minuteMs);
  expect(await send([sale('T3', home.cardNumber)], fresh)).toMatchObject({ status: 401 });
  const { keys } = await shop.must('operator-1', 'console', 'store.keys', { shopId: 'west' });
  expect(JSON.stringify(keys)).not.toContain(fresh.secret);
  expect(keys.find(({ keyId }) => keyId === fresh.keyId)).toMatchObject({ endedBy: 'op' });
});

test('the same tap makes one key, and its secret lies in no document', async () => {
  expect(await makeKey('west')).toEqual({ ...west, endsAt: expect.anything() as number, endedBy: 'op' });
  expect(await shop.call('operator-1', 'console', 'store.makeKey', { key: 'make-west', shopId: 'east' })).toMatchObject({
    refusal: { code: 'key.reused' },
  });
  expect(JSON.stringify(await shop.cloud.data.find('shopKeys', {}))).not.toContain(west.secret);
});

test('nobody on a phone gets through, and the other functions have no such door', async () => {
  await expect(shop.cloud.call('pos', { body: '{}' }, { openid: 'pos-1' })).rejects.toMatchObject({ code: 'PERMISSION_DENIED' });
  expect((await fetch(`${shop.cloud.address}/web/jobs`, { method: 'POST', body: '{}' })).status).toBe(404);
});

test('a purchase of last week is available at once; one from the future or long ago is refused', async () => {
  const home = await shop.join('pos-6');
  const now = shop.cloud.clock.nowMs();
  const { answer } = await send([
    sale('U1', home.cardNumber, 3_000, now - 8 * dayMs),
    sale('U2', home.cardNumber, 3_000, now + dayMs),
    sale('U3', home.cardNumber, 3_000, now - 500 * dayMs),
  ]);
  expect(answer.value?.rows).toMatchObject([
    { result: 'recorded', points: 30 },
    { result: 'refused', refusal: { code: 'purchase.date' } },
    { result: 'refused', refusal: { code: 'purchase.date' } },
  ]);
  const { points } = (await shop.must('pos-6', 'member', 'member.home', { codeVersionHeld: 1 })) as Home;
  expect(points).toMatchObject({ pending: 0, available: 80 });
  expect((await shop.reconcile()).differences).toEqual([]);
});

test('a code counts for the time it was read, and at one place only', async () => {
  const home = await shop.join('pos-7');
  const readAt = shop.cloud.clock.nowMs();
  const code = shop.codeOf(home);
  shop.cloud.clock.advanceMs(60 * minuteMs);
  expect((await send([sale('V1', code, 1_000, readAt)])).answer.value?.rows).toMatchObject([{ result: 'recorded' }]);
  expect((await send([sale('V2', code, 1_000, shop.cloud.clock.nowMs())])).answer.value?.rows).toMatchObject([
    { refusal: { code: 'code.wrong' } },
  ]);
  const east = await makeKey('east', 'make-east-7');
  expect((await send([sale('V3', code, 1_000, readAt)], east)).answer.value?.rows).toMatchObject([{ refusal: { code: 'code.used' } }]);
});

test('what a shop’s machine reported stands in its day, key by key, and in the sum', async () => {
  const home = await shop.join('pos-8');
  const east = await makeKey('east', 'make-east-8');
  await send([sale('W1', home.cardNumber, 4_000), sale('W2', home.cardNumber, 1_000)], east);
  await send([{ kind: 'refund', orderNo: 'W2', refundNo: 'R1', lines: null }], east);
  const day = await shop.must('clerk-east', 'staff', 'shift.shop', {});
  const machine = day.machines.find(({ keyId }) => keyId === east.keyId);
  expect(machine?.totals).toMatchObject({ sales: { count: 2, payableFen: 5_000 }, refunds: { count: 1, fen: 1_000 }, netFen: 4_000 });
  const nets = [...day.rows, ...day.machines].map(({ totals }) => totals.netFen);
  expect(day.totals.netFen).toBe(nets.reduce((sum, fen) => sum + fen, 0));
});
