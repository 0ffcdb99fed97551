import type { AskedLine } from '@shared/purchase/quote';
import type { StaffView } from '@shared/store/contract';
import { type Amounts, useAmounts } from './useAmounts';
import { type Basket, useBasket } from './useBasket';

/** What was entered at the till. */
interface Entered {
  readonly amounts: Amounts;
  readonly basket: Basket;
  readonly lines: readonly AskedLine[];
  readonly totalFen: number;
  readonly clear: () => void;
}

/** Goods by product and amounts by category, together. */
export function useEntered(categories: StaffView['categories']): Entered {
  const amounts = useAmounts(categories);
  const basket = useBasket();
  return {
    amounts,
    basket,
    lines: [...basket.lines, ...amounts.lines],
    totalFen: basket.totalFen + amounts.totalFen,
    clear: () => {
      amounts.clear();
      basket.clear();
    },
  };
}
