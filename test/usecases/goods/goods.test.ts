import { openShop, type TestShop } from '../openShop';

let shop: TestShop;
beforeAll(async () => {
  shop = await openShop(1);
});
afterAll(() => shop.close());

const apply = (rows: readonly object[]) =>
  shop.must('operator-1', 'console', 'store.apply', { section: 'products', rows: [...rows], dryRun: false, firstRow: 0 });

test('the goods file is taken row by row; the same row again changes nothing, an unknown category is refused', async () => {
  const cup = { id: 'cup-1', name: { zh: '杯子', en: 'Cup' }, category: 'general', priceFen: 2_500 };
  expect((await apply([cup, { ...cup, id: 'cup-2', category: 'nowhere' }, { ...cup, id: 'cup-3', priceFen: 0 }, cup])).rows).toMatchObject([
    { id: 'cup-1', result: 'created' },
    { id: 'cup-2', result: 'refused', refusal: { code: 'row.unknownCategory', args: { category: 'nowhere' } } },
    { id: 'cup-3', result: 'refused', refusal: { code: 'row.invalid' } },
    { id: 'cup-1', result: 'refused', refusal: { code: 'row.repeated' } },
  ]);
  expect((await apply([cup])).rows).toMatchObject([{ result: 'unchanged' }]);
  expect((await apply([{ ...cup, priceFen: 2_600 }])).rows).toMatchObject([{ result: 'updated' }]);
});

test('staff find what is on sale by bar code and by name, and page through a category', async () => {
  const search = (text: string) => shop.must('clerk-west', 'staff', 'goods.search', { text });
  expect((await search('6901234000016')).products).toEqual([
    { id: '6901234000016', name: { zh: '乌龙茶', en: 'Oolong tea' }, categoryId: 'general', priceFen: 4_800 },
  ]);
  expect((await search('茶')).products.map(({ id }) => id)).toEqual(['6901234000016', '6901234000023']);
  expect((await search('old-tea')).products).toEqual([]);
  const page = await shop.must('clerk-west', 'staff', 'goods.list', { categoryId: 'giftcard' });
  expect(page).toMatchObject({ products: [{ id: 'card-100' }], more: false });
  const rest = await shop.must('clerk-west', 'staff', 'goods.list', { categoryId: 'general', after: '6901234000016' });
  expect(rest.products[0]?.id).toBe('6901234000023');
});

test('a line that names a product takes its category, so an excluded one earns nothing; one that is not on sale is refused', async () => {
  const home = await shop.join('goods-1');
  const { visitId } = await shop.must('clerk-west', 'staff', 'visit.open', { code: shop.codeOf(home), by: 'scan' });
  const line = { categoryId: 'general', amountFen: 10_000, productId: 'card-100', units: 1 };
  const confirm = (orderNo: string, productId: string) =>
    shop.call('clerk-west', 'staff', 'purchase.confirm', { key: `key-${orderNo}`, visitId, orderNo, lines: [{ ...line, productId }] });
  expect(await confirm('GD01', 'card-100')).toMatchObject({ ok: true, value: { points: 0, lines: [{ categoryId: 'giftcard' }] } });
  expect(await confirm('GD02', '6901234000016')).toMatchObject({ ok: true, value: { points: 100 } });
  expect(await confirm('GD03', 'old-tea')).toMatchObject({ ok: false, refusal: { code: 'product.unknown' } });
  expect(await confirm('GD02', '6901234000023')).toMatchObject({ ok: false, refusal: { code: 'order.taken' } });
});
