import type { Bilingual } from '../kernel/bilingual';
import type { Day, Month } from '../kernel/time';
import type { RaceScore } from '../ledger/race';

export const tierIds = ['firefly', 'candle', 'lantern', 'galaxy'] as const;
export type TierId = (typeof tierIds)[number];

/** One row of the programme's tier table; rows are in rising order of `scoreNeeded`, the first needs 0. */
export interface Tier {
  readonly id: TierId;
  readonly name: Bilingual;
  /** Score needed: this month's bucket and the twelve before. */
  readonly scoreNeeded: number;
  /** Points multiplier in integer hundredths. */
  readonly multiplier: number;
  /** Member price in percent of the list price; 100 = none. */
  readonly pricePercent: number;
  /** Given once a year on the birthday; null = none. */
  readonly birthdayGift: OccasionGift | null;
  /** Make-up cards for check-in that it brings a month. */
  readonly makeUpCards: number;
  /** Contact to one's own shop, and first on its call-back list. */
  readonly priorityService: boolean;
  /** New goods and bookings open to this tier before the others. */
  readonly earlyAccess: boolean;
}

/** What a birthday, an anniversary or a festival brings: points, or a voucher of a coupon. */
export type OccasionGift = { readonly points: number } | { readonly couponId: string };

/** Where an account stands: the part of it that the tier rules own. */
export interface Standing {
  readonly tier: TierId;
  /** The day on which the tier was gained, or last fallen to. */
  readonly tierSince: Day;
  /** At 00:00 of this day the tier is reviewed; null on the lowest. */
  readonly reviewOn: Day | null;
  /** Score by month of what earned it, oldest first; thirteen months at most. */
  readonly score: readonly { readonly month: Month; readonly points: number }[];
  /** Points that purchases have earned and that were released, ever. */
  readonly lifetimePoints: number;
  /** The latest steps to the present tier, oldest first: what a refund must know to tell which tier was held before its points counted. */
  readonly steps: readonly TierStep[];
  /** Points for the race by month, and whether they have changed since the race's racers were told. */
  readonly race: readonly RaceScore[];
  readonly raceStale: boolean;
  /** How many changes of tier there have been; numbers the history. */
  readonly tierChanges: number;
  /** The kinds of interaction that have counted on the latest day on which one did; null before the first. */
  readonly interactions: { readonly day: Day; readonly kinds: readonly Interaction[] } | null;
}

/** One step of how the present tier came about, as it would have been without the points refunded since. */
export interface TierStep {
  readonly day: Day;
  readonly from: TierId;
  readonly to: TierId;
  /** The score that decided it, less what was refunded since. */
  readonly score: number;
  /** The review that was due before the step. */
  readonly reviewOn: Day | null;
}

export type TierReason = 'score' | 'review' | 'refund' | 'joined';

/** One change of tier, with its reason. `_id` = `<account>:<n>`. */
export interface TierChange {
  readonly _id: string;
  readonly accountId: string;
  readonly n: number;
  readonly day: Day;
  readonly at: number;
  readonly from: TierId;
  readonly to: TierId;
  readonly reason: TierReason;
  /** The score that decided it. */
  readonly score: number;
}

/** What counts towards the score besides points, each kind once a day (product.md, Defaults). The table is closed. */
export const interactionScores = { open: 1, checkin: 2, game: 2, quiz: 5, survey: 10, event: 20 } as const;
export type Interaction = keyof typeof interactionScores;
