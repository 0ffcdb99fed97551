import type { Bilingual } from '../kernel/bilingual';
import type { MemberTerms } from '../purchase/lineTerms';

/** A paid membership on offer (月卡, 年卡). Multiplier in integer hundredths, price in percent of the list price. `_id` is its slug. */
export interface Plan extends MemberTerms {
  readonly _id: string;
  readonly name: Bilingual;
  readonly detail: Bilingual;
  /** For how many days it runs. */
  readonly days: number;
  /** What it costs in money; null when it cannot be paid in money. */
  readonly priceFen: number | null;
  /** What it costs in points; null when it cannot be paid in points. */
  readonly points: number | null;
  /** Coupons of which it brings a voucher each, on its first day and every 31 days after. */
  readonly couponIds: readonly string[];
  /** Its place in the list. */
  readonly order: number;
  readonly active: boolean;
}

/** What an order keeps of its plan: terms that were bought stay as they were. */
export type PlanTerms = Pick<Plan, 'name' | 'days' | 'pricePercent' | 'multiplier' | 'couponIds'> & { readonly planId: string };

/** A plan's terms as an order keeps them. */
export function planTerms({ _id: planId, name, days, pricePercent, multiplier, couponIds }: Plan): PlanTerms {
  return { planId, name, days, pricePercent, multiplier, couponIds };
}
