import type { Day } from '../kernel/time';
import { chanceRoom } from './chances';
import type { ChanceAccount, ChancePolicy, ChanceSource } from './types';

/** A member's chances as they see them. */
export interface ChancesView {
  /** How many there are today, in all. */
  readonly left: number;
  /** By end: where they come from, which pool they are for (null: any), and the last day on which they can be used. */
  readonly lots: readonly {
    readonly id: string;
    readonly source: ChanceSource;
    readonly poolId: string | null;
    readonly left: number;
    readonly expiresOn: Day;
  }[];
  /** Price of one in points, and how many can still be had for points today. */
  readonly pricePoints: number;
  readonly roomToday: number;
}

/** The chances that can be used today, with what one more costs, as one of the account's people sees them. */
export function viewChances(account: ChanceAccount, memberId: string, policy: ChancePolicy, today: Day): ChancesView {
  const lots = account.chances.filter((lot) => lot.expiresOn >= today);
  return {
    left: lots.reduce((sum, lot) => sum + lot.left, 0),
    lots,
    pricePoints: policy.pricePoints,
    roomToday: chanceRoom(account, { memberId, source: 'points' }, policy, today),
  };
}
