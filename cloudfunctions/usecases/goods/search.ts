import type { ProductView } from '@shared/goods/contract';
import { foundMax, searchProducts } from '@shared/goods/searchProducts';
import { accept, type Outcome } from '@shared/kernel/refusal';
import type { Caller } from '../../adapters/serve';
import { viewProduct } from './listProducts';
import { findProduct, loadProducts } from './loadProducts';

const idPattern = /^[0-9A-Za-z_-]{1,32}$/;

/** Products for a scanned bar code or a typed word; an exact id is found however large the catalogue is. */
export async function search({ now }: Caller, { text }: { text: string }): Promise<Outcome<{ readonly products: readonly ProductView[] }>> {
  const [exact, all] = await Promise.all([idPattern.test(text) ? findProduct(text, now) : Promise.resolve(null), loadProducts(now)]);
  const found = searchProducts(all, text);
  const rest = found.filter((product) => product._id !== exact?._id);
  return accept({ products: [...(exact === null ? [] : [exact]), ...rest].slice(0, foundMax).map(viewProduct) });
}
