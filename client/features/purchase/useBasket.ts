import type { ProductView } from '@shared/goods/contract';
import type { AskedLine } from '@shared/purchase/quote';
import { useState } from 'react';

/** Units of one product at the till. */
export interface BasketItem {
  readonly product: ProductView;
  readonly units: number;
}

export interface Basket {
  /** In the order in which they were put in. */
  readonly items: readonly BasketItem[];
  /** One more of a product. */
  readonly add: (product: ProductView) => void;
  /** So many of a product; none takes it out. */
  readonly change: (productId: string, units: number) => void;
  readonly lines: readonly AskedLine[];
  /** At list price, by what the phone knows: shown until the server has priced it. */
  readonly totalFen: number;
  readonly clear: () => void;
}

/** The till's own limit of units a line. */
export const unitsMost = 99;

/** What was put in by product. */
export function useBasket(): Basket {
  const [items, setItems] = useState<readonly BasketItem[]>([]);
  const change = (productId: string, units: number): void =>
    setItems((before) =>
      before.flatMap((item) =>
        item.product.id !== productId ? [item] : units > 0 ? [{ ...item, units: Math.min(units, unitsMost) }] : [],
      ),
    );
  const add = (product: ProductView): void =>
    setItems((before) => {
      const found = before.find((item) => item.product.id === product.id);
      if (found === undefined) return [...before, { product, units: 1 }];
      return before.map((item) => (item === found ? { ...item, units: Math.min(item.units + 1, unitsMost) } : item));
    });
  return {
    items,
    add,
    change,
    lines: items.map(({ product, units }) => ({ productId: product.id, units })),
    totalFen: items.reduce((sum, { product, units }) => sum + product.priceFen * units, 0),
    clear: () => setItems([]),
  };
}
