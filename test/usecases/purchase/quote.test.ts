import { minuteMs } from '@shared/kernel/time';
import { openShop, sundayMorningMs, type TestShop } from '../openShop';
import { giveVoucher, openDesk } from './quoteDesk';

let shop: TestShop;
beforeAll(async () => {
  shop = await openShop(3);
});
/** Time only goes on: what functions know of offers and coupons is told to be old by their clock. */
let beganMs = sundayMorningMs;
beforeEach(() => {
  beganMs += 30 * minuteMs;
  shop.cloud.clock.setMs(beganMs);
});
afterAll(() => shop.close());

const voucherOf = async (id: string) => (await shop.cloud.data.find('vouchers', { _id: id }))[0];
const codes = (others: readonly { readonly voucherId: string; readonly why: { readonly kind: string } }[]) =>
  Object.fromEntries(others.map(({ voucherId, why }) => [voucherId, why.kind]));

test('a plain purchase is quoted at its amount, with the points it will earn', async () => {
  const desk = await openDesk(shop, 'anna-0');
  const quoted = await desk.mustQuote(12_850);
  expect(quoted.heldUntil - quoted.at).toBe(5 * minuteMs);
  expect(quoted).toMatchObject({
    listFen: 12_850,
    payableFen: 12_850,
    points: 128,
    releaseOn: '2026-11-29',
    vouchers: [],
    others: [],
    pointsMax: 50,
  });
});

test('the best set is proposed and held, every other voucher says why not, and staff can choose another', async () => {
  const ten = await giveVoucher(shop, 'bea-1', 'bea-ten', { stacking: { group: 'bea' } });
  const five = await giveVoucher(shop, 'bea-1', 'bea-five', {
    benefit: { kind: 'amountOff', thresholdFen: 0, offFen: 500 },
    stacking: { group: 'bea' },
  });
  const big = await giveVoucher(shop, 'bea-1', 'bea-big', { benefit: { kind: 'amountOff', thresholdFen: 90_000, offFen: 9_000 } });
  const desk = await openDesk(shop, 'bea-1');
  const best = await desk.mustQuote(8_000);
  expect(best).toMatchObject({ payableFen: 7_000, vouchers: [{ voucherId: ten, discountFen: 1_000 }] });
  expect(codes(best.others)).toEqual({ [five]: 'group', [big]: 'threshold' });
  expect(await voucherOf(ten)).toMatchObject({ heldBy: best.quoteId, heldUntil: best.heldUntil });
  expect(await voucherOf(five)).not.toHaveProperty('heldBy');
  const chosen = await desk.mustQuote(8_000, { voucherIds: [five] });
  expect(chosen).toMatchObject({ payableFen: 7_500, vouchers: [{ voucherId: five }] });
  expect(codes(chosen.others)).toEqual({ [ten]: 'notChosen', [big]: 'threshold' });
  expect(await voucherOf(ten)).not.toHaveProperty('heldBy');
  expect(await voucherOf(five)).toMatchObject({ heldBy: chosen.quoteId });
  expect(await desk.quote(8_000, { voucherIds: [five, ten] })).toMatchObject({ refusal: { code: 'voucher.notTogether' } });
});

test('a voucher held at one till is held for another until five minutes have passed, or a new quote lets it go', async () => {
  const ten = await giveVoucher(shop, 'cleo-2', 'cleo-ten');
  const west = await openDesk(shop, 'cleo-2');
  await west.mustQuote(8_000);
  shop.cloud.clock.advanceMs(minuteMs);
  const east = await openDesk(shop, 'cleo-2', 'clerk-east');
  const waiting = await east.mustQuote(8_000);
  expect(waiting).toMatchObject({ vouchers: [], others: [{ voucherId: ten, usable: false }] });
  expect(waiting.others[0]?.why).toMatchObject({ kind: 'refused', refusal: { code: 'voucher.held', args: { minutes: 4 } } });
  await west.mustQuote(8_000, { voucherIds: [] });
  expect(await east.mustQuote(8_000)).toMatchObject({ vouchers: [{ voucherId: ten }] });
  expect(await west.mustQuote(8_000)).toMatchObject({ vouchers: [] });
  shop.cloud.clock.advanceMs(5 * minuteMs);
  expect(await west.mustQuote(8_000)).toMatchObject({ vouchers: [{ voucherId: ten }] });
});

test('the same quote asked for ten times at once is one, and another wish under its key is refused', async () => {
  await giveVoucher(shop, 'dora-3', 'dora-ten');
  const desk = await openDesk(shop, 'dora-3');
  const answers = await Promise.all(Array.from({ length: 10 }, () => desk.quote(8_000, { key: 'the-one-key' })));
  const given = new Set(answers.flatMap((answer) => (answer.ok ? [JSON.stringify(answer.value)] : [])));
  expect(given.size).toBe(1);
  expect(await shop.cloud.data.find('quotes', { visitId: desk.visitId })).toHaveLength(1);
  expect(await desk.quote(9_000, { key: 'the-one-key' })).toMatchObject({ refusal: { code: 'key.reused' } });
});

test('two tills that quote at once never hold one voucher both', async () => {
  const ten = await giveVoucher(shop, 'ella-4', 'ella-ten');
  const west = await openDesk(shop, 'ella-4');
  shop.cloud.clock.advanceMs(minuteMs);
  const east = await openDesk(shop, 'ella-4', 'clerk-east');
  const quotes = await Promise.all([west.mustQuote(8_000), east.mustQuote(8_000)]);
  const holders = quotes.filter(({ vouchers }) => vouchers.length === 1);
  expect(holders).toHaveLength(1);
  expect(await voucherOf(ten)).toMatchObject({ heldBy: holders[0]?.quoteId });
});

test('a product is priced by the goods file, and a line that names nothing known is refused', async () => {
  const rows = [{ id: 'kettle', name: { zh: '茶壶', en: 'Kettle' }, category: 'general', priceFen: 12_300 }];
  await shop.must('operator-1', 'console', 'store.apply', { section: 'products', rows, dryRun: false, firstRow: 0 });
  const desk = await openDesk(shop, 'fay-5');
  const ask = (lines: ({ productId: string; units: number } | { categoryId: string; amountFen: number })[]) =>
    shop.call('clerk-west', 'staff', 'purchase.quote', {
      key: `product-key-${JSON.stringify(lines).length}`,
      visitId: desk.visitId,
      lines,
      usePoints: 0,
      voucherIds: 'best',
    });
  expect(await ask([{ productId: 'kettle', units: 2 }])).toMatchObject({
    value: { payableFen: 24_600, lines: [{ productId: 'kettle', units: 2, categoryId: 'general' }] },
  });
  expect(await ask([{ productId: 'nothing', units: 1 }])).toMatchObject({ refusal: { code: 'product.unknown' } });
  expect(await ask([{ categoryId: 'closed', amountFen: 1 }])).toMatchObject({ refusal: { code: 'category.unknown' } });
});

test('a visit of another till, or one that is over, is not quoted, but what was quoted in it is told again', async () => {
  const desk = await openDesk(shop, 'gina-6');
  const input = {
    key: 'other-till-key',
    visitId: desk.visitId,
    lines: [{ categoryId: 'general', amountFen: 1 }],
    usePoints: 0,
    voucherIds: [],
  };
  expect(await shop.call('clerk-east', 'staff', 'purchase.quote', input)).toMatchObject({ refusal: { code: 'visit.otherTill' } });
  const first = await shop.must('clerk-west', 'staff', 'purchase.quote', input);
  shop.cloud.clock.advanceMs(10 * minuteMs);
  expect(await desk.quote(100)).toMatchObject({ refusal: { code: 'visit.ended' } });
  expect(await shop.must('clerk-west', 'staff', 'purchase.quote', input)).toEqual(first);
  expect(await shop.call('clerk-east', 'staff', 'purchase.quote', input)).toMatchObject({ refusal: { code: 'visit.otherTill' } });
});
