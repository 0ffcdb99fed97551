import type { Day } from '../kernel/time';

/** Where chances come from; never from sharing or inviting, which the platform's rules forbid. */
export const chanceSources = ['checkin', 'purchase', 'quiz', 'riddle', 'jigsaw', 'storeCode', 'points', 'prize'] as const;
export type ChanceSource = (typeof chanceSources)[number];

/** Chances of one origin that lapse together. `id` = `<source>:<what gave them>`. */
export interface ChanceLot {
  readonly id: string;
  readonly source: ChanceSource;
  /** The one pool they can be used for; null means any. */
  readonly poolId: string | null;
  /** Above zero: a lot that is used up is not kept. */
  readonly left: number;
  /** They can be used to the end of this day. */
  readonly expiresOn: Day;
}

/** The part of an account that the rules of chances own. */
export interface ChanceAccount {
  readonly _id: string;
  /** By end, then id. A lot past its end stays until the next move of chances writes its lapse; it counts for nothing. */
  readonly chances: readonly ChanceLot[];
  /** Number of the account's latest move of chances: entries and draws together are 1, 2, 3 … without gaps. */
  readonly chanceSeq: number;
  readonly chanceDay: ChanceDay | null;
}

/** How many each source gave to each of an account's people, by member id, on the latest day on which one gave any. */
export interface ChanceDay {
  readonly day: Day;
  readonly given: Readonly<Record<string, Readonly<Partial<Record<ChanceSource, number>>>>>;
}

/** Why chances moved; what a draw spends is on the draw itself. */
export type ChanceEntryKind = ChanceSource | 'withdrawal' | 'expiry' | 'transfer';

/** One move of chances but a draw's: appended, never changed. `_id` = `<account>:<kind>:<source>`. */
export interface ChanceEntry {
  readonly _id: string;
  readonly accountId: string;
  readonly seq: number;
  readonly kind: ChanceEntryKind;
  readonly source: string;
  /** The lot it moved. */
  readonly lot: string;
  /** 0 where the day's limit left nothing to give. */
  readonly delta: number;
  readonly at: number;
  readonly day: Day;
}

/** The programme's rules of chances. */
export interface ChancePolicy {
  /** Days on which a chance can be used, the first being the one it was given on. */
  readonly lifeDays: number;
  /** Price of one in points. */
  readonly pricePoints: number;
  /** A purchase of which at least this much was paid and kept gives one, when its points are released. */
  readonly purchaseFen: number;
  /** At most so many a day from a source; one that is not named has no limit. */
  readonly perDayMax: Readonly<Partial<Record<ChanceSource, number>>>;
}

/** How far a job has come that goes through documents in an order. `_id` is the job's name. */
export interface JobMark {
  readonly _id: string;
  /** The day on which its present pass began. */
  readonly day: Day;
  /** The last document it has dealt with in this pass: by what they are ordered, then their id. */
  readonly after: { readonly on: Day; readonly id: string };
}
