import type { Product } from '@shared/goods/types';
import { cached } from '../../adapters/cached';
import { find, get } from '../../adapters/database';

const pageRows = 1000;
/** Products that a search looks through; a larger catalogue is searched by exact id beyond these. */
const productsKeptMax = 5000;
const singlesKeptMax = 2000;

const loadAll = cached(async () => {
  const all: Product[] = [];
  for (let after = ''; all.length < productsKeptMax;) {
    const page = await find('products', { _id: { op: 'gt', value: after } }, { limit: pageRows, order: [['_id', 'asc']] });
    all.push(...page);
    const last = page.at(-1);
    if (last === undefined || page.length < pageRows) break;
    after = last._id;
  }
  return all.filter((product) => product.active);
}, 1);

const loadOne = cached(async (id) => {
  const product = await get('products', id);
  return product?.active === true ? product : null;
}, singlesKeptMax);

/** The catalogue on sale, by id, at most 5 000 products and 30 s old. */
export function loadProducts(now: number): Promise<readonly Product[]> {
  return loadAll('all', now);
}

/** One product on sale by its id, at most 30 s old; null when there is none. */
export function findProduct(id: string, now: number): Promise<Product | null> {
  return loadOne(id, now);
}
