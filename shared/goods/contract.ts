import * as z from 'zod/mini';
import type { Bilingual } from '../kernel/bilingual';
import { command } from '../kernel/contract';
import { slugField } from '../kernel/fields';

/** A product as the till offers it. The price is the list price of one unit, in fen. */
export interface ProductView {
  readonly id: string;
  readonly name: Bilingual;
  readonly categoryId: string;
  readonly priceFen: number;
}

export const goodsStaff = {
  /** Products by id, 50 at a time, of one category or of all; `after` is the last id of the page before. */
  'goods.list': command<{ readonly products: readonly ProductView[]; readonly more: boolean }>()({
    input: z.strictObject({ categoryId: z.optional(slugField), after: z.optional(slugField) }),
    refusals: [],
  }),
  /** Products whose id is the text, or whose name in either language or id has it; the exact id first, 20 at most. */
  'goods.search': command<{ readonly products: readonly ProductView[] }>()({
    input: z.strictObject({ text: z.string().check(z.trim(), z.minLength(1), z.maxLength(32)) }),
    refusals: [],
  }),
};
