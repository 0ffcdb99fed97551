import type { Home } from '@shared/member/contract';
import { openShop, type TestShop } from '../openShop';

let shop: TestShop;
beforeAll(async () => {
  shop = await openShop(2);
});
afterAll(() => shop.close());

const row = (card: string, orderNo: string, change: object = {}) => ({
  card,
  shop: 'west',
  orderNo,
  at: '2026-11-21 18:30',
  lines: [{ item: 'general', amountFen: 4_800 }],
  ...change,
});
const send = async (rows: readonly object[], dryRun = false) =>
  (await shop.must('operator-1', 'console', 'purchase.import', { rows: [...rows], dryRun })).reports;
const pointsOf = async (openid: string) => ((await shop.must(openid, 'member', 'member.home', { codeVersionHeld: 1 })) as Home).points;

test('a dry run tells what would be and writes nothing; the file itself counts once, however often it is sent', async () => {
  const { cardNumber } = await shop.join('file-1');
  const rows = [
    row(cardNumber, 'I1'),
    row(cardNumber, 'I2', {
      lines: [
        { item: 'card-100', amountFen: 9_900 },
        { item: '', amountFen: 250 },
      ],
    }),
  ];
  expect(await send(rows, true)).toMatchObject([
    { result: 'recorded', points: 48 },
    { result: 'recorded', points: 2 },
  ]);
  expect(await pointsOf('file-1')).toMatchObject({ pending: 0 });
  expect(await send(rows)).toMatchObject([{ result: 'recorded' }, { result: 'recorded' }]);
  expect(await send(rows)).toMatchObject([
    { result: 'known', points: 48 },
    { result: 'known', points: 2 },
  ]);
  expect(await send(rows, true)).toMatchObject([{ result: 'known' }, { result: 'known' }]);
  expect(await pointsOf('file-1')).toMatchObject({ pending: 50, nextRelease: { on: '2026-11-28', points: 50 } });
  expect(await shop.cloud.data.find('purchases', { orderNo: 'I2' })).toMatchObject([
    {
      source: 'import',
      day: '2026-11-21',
      staffId: 'op',
      lines: [{ categoryId: 'giftcard', productId: 'card-100' }, { categoryId: 'general' }],
    },
  ]);
  expect((await shop.reconcile()).differences).toEqual([]);
});

test('each row is refused by itself, with its reason', async () => {
  const { cardNumber } = await shop.join('file-2');
  const line = (item: string, amountFen: number) => ({ lines: [{ item, amountFen }] });
  const reports = await send([
    row(cardNumber, 'J1', { at: '2026-02-30 10:00' }),
    row(cardNumber, 'J2', { at: '2026-11-25 10:00' }),
    row(cardNumber, 'J3', { at: '2024-11-25 10:00' }),
    row('9000000000000000', 'J4'),
    row(cardNumber, 'J5', { shop: 'north' }),
    row(cardNumber, 'J6', line('no-such-item', 100)),
    row(cardNumber, 'J7', line('general', 0)),
    row(cardNumber, 'J8', line('general', 1.5)),
    row(cardNumber, 'J9'),
    row(cardNumber, 'J9', line('general', 1)),
  ]);
  expect(reports.map(({ refusal }) => refusal?.code ?? 'recorded')).toEqual([
    'row.invalid',
    'purchase.date',
    'purchase.date',
    'card.unknown',
    'shop.unknown',
    'product.unknown',
    'purchase.amount',
    'row.invalid',
    'recorded',
    'order.taken',
  ]);
  expect(await pointsOf('file-2')).toMatchObject({ pending: 48 });
});

test('negative amounts refund the order they name, once however often the file is sent', async () => {
  const { cardNumber } = await shop.join('file-3');
  const other = await shop.join('file-4');
  const back = (amountFen: number, change: object = {}) =>
    row(cardNumber, 'K1', { at: '2026-11-21 19:30', lines: [{ item: 'general', amountFen }], ...change });
  const bought = row(cardNumber, 'K1', {
    lines: [
      { item: 'general', amountFen: 4_800 },
      { item: '', amountFen: 1_000 },
    ],
  });
  expect(await send([bought])).toMatchObject([{ result: 'recorded', points: 58 }]);
  expect(await send([back(-1_000)], true)).toMatchObject([{ result: 'recorded', points: -10 }]);
  expect(await pointsOf('file-3')).toMatchObject({ pending: 58 });
  expect(await send([back(-1_000), bought])).toMatchObject([
    { result: 'recorded', points: -10 },
    { result: 'known', points: 58 },
  ]);
  expect(await send([back(-1_000)])).toMatchObject([{ result: 'known', points: -10 }]);
  const mixed = [
    { item: 'general', amountFen: -4_800 },
    { item: 'general', amountFen: 1 },
  ];
  const reports = await send([
    back(-4_800),
    back(-300, { at: '2026-11-21 19:40' }),
    back(-4_800, { at: '2026-11-21 19:40', card: other.cardNumber }),
    back(-4_800, { at: '2026-11-21 19:40', orderNo: 'K9' }),
    back(-4_800, { at: '2026-11-25 19:40' }),
    back(-4_800, { at: '2026-11-21 19:40', lines: mixed }),
  ]);
  expect(reports.map(({ refusal }) => refusal?.code)).toEqual([
    'key.reused',
    'refund.amount',
    'purchase.unknown',
    'purchase.unknown',
    'purchase.date',
    'import.refund',
  ]);
  expect(await pointsOf('file-3')).toMatchObject({ pending: 48 });
  expect((await shop.reconcile()).differences).toEqual([]);
});

test('a dry run knows the orders of its own rows, refund after refund, and writes nothing', async () => {
  const { cardNumber } = await shop.join('file-5');
  const back = (amountFen: number, at: string) => row(cardNumber, 'L1', { at, lines: [{ item: 'general', amountFen }] });
  const rows = [
    row(cardNumber, 'L1', {
      lines: [
        { item: 'general', amountFen: 4_800 },
        { item: '', amountFen: 1_000 },
      ],
    }),
    back(-1_000, '2026-11-21 19:30'),
    back(-4_800, '2026-11-21 19:40'),
    back(-4_800, '2026-11-21 19:50'),
  ];
  const rehearsed = await send(rows, true);
  expect(rehearsed.map(({ result, points, refusal }) => [result, points, refusal?.code ?? null])).toEqual([
    ['recorded', 58, null],
    ['recorded', -10, null],
    ['recorded', -48, null],
    ['refused', 0, 'refund.amount'],
  ]);
  expect(await shop.cloud.data.find('purchases', { orderNo: 'L1' })).toEqual([]);
  // What was rehearsed is what then happens.
  expect(await send(rows)).toEqual(rehearsed);
  expect(await pointsOf('file-5')).toMatchObject({ pending: 0 });
});
