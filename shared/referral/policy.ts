import { dayMs } from '../kernel/time';
import type { ReferralStep } from './types';

/** The programme's terms of inviting. Rewards are for what a friend did, never for passing an invitation on. */
export interface ReferralPolicy {
  /** Off: no touch, no gift and no reward, at once; what was on its way goes on when it is on again. */
  readonly on: boolean;
  /** Coupon of the voucher that an invited friend gets on joining; null gives the points. */
  readonly inviteeCoupon: string | null;
  /** Points of an invited friend where no coupon is named, or none is left. */
  readonly inviteePoints: number;
  readonly inviterPoints: number;
  /** Bonuses for the first, third … friend, in rising order. */
  readonly steps: readonly ReferralStep[];
  /** Friends rewarded for in a month, at most. */
  readonly perMonthMax: number;
  /** Whether both need a phone number that the platform has verified. */
  readonly needsPhone: boolean;
}

/** For how long the first opening counts. */
export const touchDays = 30;
export const touchMs = touchDays * dayMs;
/** Within how many days of joining the first purchase must be made. */
export const purchaseDays = 30;

/** product.md's defaults; until a file names the coupon of ¥20, a friend gets points. */
export const defaultReferralPolicy: ReferralPolicy = {
  on: true,
  inviteeCoupon: null,
  inviteePoints: 100,
  inviterPoints: 200,
  steps: [
    { friends: 1, points: 20 },
    { friends: 3, points: 60 },
    { friends: 5, points: 100 },
    { friends: 10, points: 300 },
  ],
  perMonthMax: 10,
  needsPhone: false,
};
