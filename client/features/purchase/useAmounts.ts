import type { StaffView } from '@shared/store/contract';
import type { PurchaseLine } from '@shared/purchase/types';
import { useState } from 'react';
import { type AmountDigits, type AmountKey, fenOf, pressAmountKey } from './amountDigits';

export interface Amounts {
  /** The category that the keypad fills. */
  readonly active: string;
  readonly choose: (categoryId: string) => void;
  readonly press: (key: AmountKey) => void;
  /** What was keyed in for a category, as typed. */
  readonly digitsOf: (categoryId: string) => AmountDigits;
  /** The categories with an amount, in the chips' order. */
  readonly lines: readonly PurchaseLine[];
  readonly totalFen: number;
  readonly clear: () => void;
}

/** Amounts by category; one category is filled at a time, the first to begin with. */
export function useAmounts(categories: StaffView['categories']): Amounts {
  const first = categories[0]?.id ?? '';
  const [active, setActive] = useState(first);
  const [typed, setTyped] = useState<Readonly<Record<string, AmountDigits>>>({});
  const digitsOf = (categoryId: string): AmountDigits => typed[categoryId] ?? '';
  const lines = categories.map(({ id }) => ({ categoryId: id, amountFen: fenOf(digitsOf(id)) })).filter(({ amountFen }) => amountFen > 0);
  return {
    active,
    choose: setActive,
    press: (key) => setTyped((before) => ({ ...before, [active]: pressAmountKey(before[active] ?? '', key) })),
    digitsOf,
    lines,
    totalFen: lines.reduce((sum, { amountFen }) => sum + amountFen, 0),
    clear: () => {
      setTyped({});
      setActive(first);
    },
  };
}
