import type { Home } from '@shared/member/contract';
import type { NewShopKey } from '@shared/store/contract';
import { openShop, type TestShop } from '../openShop';
import { sendSigned } from './sendSigned';

let shop: TestShop;
let west: NewShopKey;
beforeAll(async () => {
  shop = await openShop(2);
  west = await makeKey('west');
});
afterAll(() => shop.close());

const makeKey = (shopId: string) => shop.must('operator-1', 'console', 'store.makeKey', { key: `refund-${shopId}`, shopId });
const send = (rows: readonly object[], key = west) => sendSigned(shop, rows, key);
const sold = (orderNo: string, member: string) => ({
  kind: 'sale',
  orderNo,
  member,
  at: shop.cloud.clock.nowMs(),
  lines: [{ categoryId: 'general', amountFen: 6_000, units: 3 }],
});
const pendingOf = async (openid: string) =>
  ((await shop.must(openid, 'member', 'member.home', { codeVersionHeld: 1 })) as Home).points.pending;

test('a refund row takes items back by their money; sent again it is the same refund, and all that is left can go at once', async () => {
  const home = await shop.join('pos-8');
  const bought = sold('W1', home.cardNumber);
  const back = (refundNo: string, amountFen: number | null) => ({
    kind: 'refund',
    orderNo: 'W1',
    refundNo,
    lines: amountFen === null ? null : [{ categoryId: 'general', amountFen }],
  });
  const first = await send([bought, back('B1', 2_000)]);
  expect(first.answer.value?.rows).toMatchObject([
    { result: 'recorded', points: 60 },
    { result: 'recorded', points: -20 },
  ]);
  expect((await send([bought, back('B1', 2_000)])).answer.value).toEqual(first.answer.value);
  await Promise.all([send([back('B1', 2_000)]), send([back('B1', 2_000)])]);
  expect(await pendingOf('pos-8')).toBe(40);
  const refused = await send([
    back('B1', 4_000),
    back('B2', 1_999),
    { ...back('B3', 2_000), orderNo: 'W9' },
    { ...back('B4', 2_000), surprise: true },
  ]);
  expect(refused.answer.value?.rows.map(({ refusal }) => refusal?.code)).toEqual([
    'key.reused',
    'refund.amount',
    'purchase.unknown',
    'row.invalid',
  ]);
  const both = await Promise.all([send([back('B5', null)]), send([back('B5', null)])]);
  for (const { answer } of both) expect(answer.value?.rows).toMatchObject([{ result: 'recorded', points: -40 }]);
  expect((await send([back('B6', null)])).answer.value?.rows).toMatchObject([{ refusal: { code: 'refund.nothingLeft' } }]);
  expect(await pendingOf('pos-8')).toBe(0);
  expect(await shop.cloud.data.find('refunds', { orderNo: 'W1' })).toHaveLength(2);
  expect((await shop.reconcile()).differences).toEqual([]);
});

test("a machine refunds its own shop's orders only", async () => {
  const home = await shop.join('pos-9');
  await send([sold('X1', home.cardNumber)]);
  const east = await makeKey('east');
  const row = { kind: 'refund', orderNo: 'X1', refundNo: 'B1', lines: null };
  expect((await send([row], east)).answer.value?.rows).toMatchObject([{ refusal: { code: 'purchase.unknown' } }]);
  expect(await pendingOf('pos-9')).toBe(60);
});
