import type { Bilingual } from '../kernel/bilingual';
import type { Day } from '../kernel/time';

/** A product from the goods file. `_id` is its id (often the bar code). A line may name it; then its category follows. */
export interface Product {
  readonly _id: string;
  readonly name: Bilingual;
  readonly categoryId: string;
  /** List price of one unit, in fen. */
  readonly priceFen: number;
  readonly active: boolean;
  /** From this day on it is new, and members are told of it on it; absent: never announced. */
  readonly newOn?: Day;
}
