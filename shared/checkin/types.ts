import type { Day, Month } from '../kernel/time';

/** What check-in pays: for a day of the ladder, for a milestone of the month. */
export type CheckinReward =
  | { readonly kind: 'points'; readonly points: number }
  | { readonly kind: 'chance'; readonly count: number }
  /** A voucher of this coupon; where there is none to give, its points. Null: the programme names none. */
  | { readonly kind: 'voucher'; readonly couponId: string | null; readonly points: number };

/** Paid once a month, when so many days of it are checked in, make-ups included. */
export interface Milestone {
  readonly days: number;
  readonly reward: CheckinReward;
}

/** The programme's rules of check-in. */
export interface CheckinPolicy {
  /** Points per day of the ladder. */
  readonly ladder: readonly number[];
  /** Coupon of the voucher that the ladder's last day gives instead of its points, while there is one to give; null gives the points. */
  readonly ladderCoupon: string | null;
  /** In rising order of days. */
  readonly milestones: readonly Milestone[];
  readonly makeUps: {
    /** Price of a make-up for which the tier brings no card. */
    readonly pricePoints: number;
    /** How many days of one month can be made up. */
    readonly perMonthMax: number;
  };
}

/** What a make-up is paid with: a card that the tier brings, or points. */
export type MakeUpPays = 'card' | 'points';

/** The days of one month on which a member is checked in. */
export interface MonthMarks {
  readonly month: Month;
  /** One bit a day, the lowest for the 1st. */
  readonly marks: number;
  /** How many of them were made up, and how many of those with the tier's cards. */
  readonly makeUps: number;
  readonly cards: number;
}

/** Where a member stands in check-in. */
export interface CheckinState {
  readonly lastDay: Day | null;
  /** The tap that checked in on `lastDay`: sent again after midnight it must not check in for the new day. */
  readonly lastKey?: string;
  /** Days in a row up to `lastDay`; never restarts at 7. */
  readonly streak: number;
  /** What the ladder has paid for `lastDay` so far, top-ups included. */
  readonly paid: { readonly points: number; readonly voucher: boolean };
  /** The month of the latest check-in or make-up and the one before: as far back as a make-up reaches. */
  readonly months: readonly MonthMarks[];
  /** Days in a row up to the end of the month before those. */
  readonly runBefore: number;
}

/** A reward as it was given: points or a voucher, or chances. */
export interface GivenReward {
  readonly points: number;
  readonly chances: number;
  readonly voucherId: string | null;
}

/** One day that is checked in, on the day itself or made up. `_id` = `<member>:<day>`, so a day cannot be paid twice. */
export interface CheckinRecord {
  readonly _id: string;
  readonly memberId: string;
  readonly day: Day;
  readonly month: Month;
  readonly points: number;
  /** The voucher that was given instead of points. */
  readonly voucherId?: string;
  /** Days in a row up to this day, as they were when it was checked in. */
  readonly streak: number;
  /** Of a day made up: how, and on which day. */
  readonly makeUp?: { readonly pays: MakeUpPays; readonly costPoints: number; readonly on: Day };
  /** By how much it raised what the check-in of `day` had been paid. */
  readonly topUp?: GivenReward & { readonly day: Day };
  /** The milestone that it reached. */
  readonly milestone?: GivenReward & { readonly days: number };
  readonly at: number;
  /** The caller's key of the tap that did it. */
  readonly key: string;
}
