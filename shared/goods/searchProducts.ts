import type { Product } from './types';

/** How many products a search shows. */
export const foundMax = 20;

/**
 * Products for a text that staff type or scan: the one with exactly this id first, then ids that begin with it, then names that have it
 * in either language, each group by id; capitals do not matter. At most 20.
 */
export function searchProducts(products: readonly Product[], text: string): readonly Product[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [];
  const rank = ({ _id, name }: Product): number => {
    const id = _id.toLowerCase();
    if (id === wanted) return 0;
    if (id.startsWith(wanted)) return 1;
    return name.zh.toLowerCase().includes(wanted) || name.en.toLowerCase().includes(wanted) ? 2 : notFound;
  };
  return products
    .map((product) => ({ product, place: rank(product) }))
    .filter(({ place }) => place < notFound)
    .sort((a, b) => a.place - b.place || (a.product._id < b.product._id ? -1 : 1))
    .slice(0, foundMax)
    .map(({ product }) => product);
}

const notFound = 3;
