import { searchProducts } from '@shared/goods/searchProducts';
import type { Product } from '@shared/goods/types';

const product = (id: string, zh: string, en: string): Product => ({
  _id: id,
  name: { zh, en },
  categoryId: 'tea',
  priceFen: 100,
  active: true,
});
const shelf = [product('690-2', '绿茶', 'Green tea'), product('690', '690 号礼盒', 'Box 690'), product('tea-1', '乌龙', 'Oolong')];
const ids = (text: string): readonly string[] => searchProducts(shelf, text).map(({ _id }) => _id);

test('an exact id comes first, then ids that begin so, then names', () => {
  expect(ids('690')).toEqual(['690', '690-2']);
  expect(ids('tea')).toEqual(['tea-1', '690-2']);
});

test('names are found in either language, whatever the capitals', () => {
  expect(ids('乌龙')).toEqual(['tea-1']);
  expect(ids(' GREEN ')).toEqual(['690-2']);
});

test('nothing is found for nothing, and twenty at most are shown', () => {
  expect(ids('  ')).toEqual([]);
  expect(ids('咖啡')).toEqual([]);
  const many = Array.from({ length: 50 }, (_, index) => product(`p${index}`, '茶', 'tea'));
  expect(searchProducts(many, '茶')).toHaveLength(20);
});
