import { yuanText } from '@shared/kernel/money';
import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { lineMaxFen } from '@shared/purchase/contract';
import type { AskedLine } from '@shared/purchase/quote';
import type { PurchaseLine } from '@shared/purchase/types';
import type { Category } from '@shared/store/types';
import { findProduct } from '../goods/loadProducts';

export type LineRefusal = 'category.unknown' | 'product.unknown' | 'purchase.amount';

/** Step 1 of the price: what was asked at list price. A product's price and category are the goods file's, never the phone's. */
export async function listLines(
  asked: readonly AskedLine[],
  categories: readonly Category[],
  now: number,
): Promise<Outcome<readonly PurchaseLine[], LineRefusal>> {
  const lines: PurchaseLine[] = [];
  for (const each of asked) {
    const line = 'productId' in each ? await productLine(each.productId, each.units, now) : each;
    if (line === null) return refuse('product.unknown', { product: 'productId' in each ? each.productId : '' });
    if (!categories.some((category) => category._id === line.categoryId)) return refuse('category.unknown', { category: line.categoryId });
    lines.push(line);
  }
  const totalFen = lines.reduce((sum, line) => sum + line.amountFen, 0);
  return totalFen > lineMaxFen ? refuse('purchase.amount', { max: yuanText(lineMaxFen) }) : accept(lines);
}

async function productLine(productId: string, units: number, now: number): Promise<PurchaseLine | null> {
  const product = await findProduct(productId, now);
  return product === null ? null : { categoryId: product.categoryId, amountFen: product.priceFen * units, productId, units };
}
