import type { ProductView } from '@shared/goods/contract';
import type { Product } from '@shared/goods/types';
import { accept, type Outcome } from '@shared/kernel/refusal';
import type { Caller } from '../../adapters/serve';
import { loadProducts } from './loadProducts';

const pageRows = 50;

interface Wanted {
  readonly categoryId?: string | undefined;
  readonly after?: string | undefined;
}

/** A page of what is on sale, by id; of one category when it is named. */
export async function listProducts(
  { now }: Caller,
  { categoryId, after = '' }: Wanted,
): Promise<Outcome<{ readonly products: readonly ProductView[]; readonly more: boolean }>> {
  const all = await loadProducts(now);
  const rest = all.filter((product) => product._id > after && (categoryId === undefined || product.categoryId === categoryId));
  return accept({ products: rest.slice(0, pageRows).map(viewProduct), more: rest.length > pageRows });
}

/** A product as the till sees it. */
export function viewProduct({ _id, name, categoryId, priceFen }: Product): ProductView {
  return { id: _id, name, categoryId, priceFen };
}
