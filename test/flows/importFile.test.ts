import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gatherPurchases } from '../../config/admin/gatherPurchases';
import { readTable } from '../../config/admin/readTable.mjs';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lantern-import-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const csv = async (text: string): Promise<ReturnType<typeof gatherPurchases>> => {
  const path = join(folder, 'sales.csv');
  writeFileSync(path, text);
  return gatherPurchases(await readTable(path));
};

test('rows of one order become the lines of one purchase, oldest purchase first, whatever the order of the columns', async () => {
  const { purchases, rejected } = await csv(
    [
      '\uFEFForder,shop,card,time,amount,item',
      'B2,west,9210038122047712,2026-11-21 10:00,"1,234.50",tea',
      'A1,west,9210038122047712,2026-11-20 10:00,5,',
      'B2,west,9210038122047712,2026-11-21 10:00,0.5,gift\n\n',
    ].join('\n'),
  );
  expect(rejected).toEqual([]);
  expect(purchases).toEqual([
    {
      purchase: { card: '9210038122047712', shop: 'west', orderNo: 'A1', at: '2026-11-20 10:00', lines: [{ item: '', amountFen: 500 }] },
      rows: [3],
    },
    {
      purchase: {
        card: '9210038122047712',
        shop: 'west',
        orderNo: 'B2',
        at: '2026-11-21 10:00',
        lines: [
          { item: 'tea', amountFen: 123_450 },
          { item: 'gift', amountFen: 50 },
        ],
      },
      rows: [2, 4],
    },
  ]);
});

test('negative amounts are gathered as a refund of their order, apart from the sale', async () => {
  const { purchases, rejected } = await csv(
    ['card,shop,order,time,item,amount', '91,west,A1,2026-11-20 10:00,tea,8', '91,west,A1,2026-11-21 10:00,tea,-3', ''].join('\n'),
  );
  expect(rejected).toEqual([]);
  expect(purchases.map(({ purchase }) => purchase)).toMatchObject([
    { orderNo: 'A1', lines: [{ item: 'tea', amountFen: 800 }] },
    { orderNo: 'A1', at: '2026-11-21 10:00', lines: [{ item: 'tea', amountFen: -300 }] },
  ]);
});

test('a row that cannot be read is named with its number and the reason', async () => {
  const { purchases, rejected } = await csv(
    [
      'card;shop;order;time;item;amount',
      '91;west;A1;2026-11-20 10:00;;12.345',
      '91;west;A2;2026-11-20 10:00;;1',
      '92;west;A2;2026-11-20 10:00;;1',
    ].join('\n'),
  );
  expect(purchases.map(({ purchase }) => purchase.orderNo)).toEqual(['A2']);
  expect(rejected.map(({ row }) => row)).toEqual([2, 4]);
  expect(rejected[0]?.why).toContain('12.345');
});

test('a file without its columns is refused in a sentence', async () => {
  await expect(csv('card,shop,amount\n1,2,3\n')).rejects.toThrow(/missing: order\/单号, time\/时间/);
});

test("a workbook's dates and numbers read as they are shown", async () => {
  const { purchases } = gatherPurchases(await readTable(join(__dirname, 'files/sales.xlsx')));
  expect(purchases).toMatchObject([
    {
      purchase: {
        orderNo: 'X-1',
        at: '2026-11-20 12:00:00',
        lines: [
          { item: 'general', amountFen: 4_850 },
          { item: 'giftcard', amountFen: 1_000 },
        ],
      },
      rows: [2, 3],
    },
  ]);
});
