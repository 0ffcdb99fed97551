import type { Bilingual } from '../kernel/bilingual';
import type { PackTerms } from '../reward/types';
import type { TierId } from '../tier/types';

/** How a pool is shown: a wheel, nine squares, a card to scratch. */
export type Face = 'wheel' | 'grid' | 'scratch';

/** What a prize is. */
export type Award =
  | { readonly kind: 'points'; readonly points: number }
  | { readonly kind: 'voucher'; readonly couponId: string }
  /** Picked up in one of these shops; none named means every shop. */
  | { readonly kind: 'goods'; readonly shopIds: readonly string[] }
  | { readonly kind: 'chance'; readonly count: number }
  /** A service pack of the mall's kind `rewardId`, on the terms that it had when the pool was filed. */
  | { readonly kind: 'pack'; readonly rewardId: string; readonly pack: PackTerms }
  | { readonly kind: 'thanks' };
export type AwardKind = Award['kind'];

/** One prize of a pool. */
export interface Prize {
  readonly id: string;
  readonly name: Bilingual;
  readonly award: Award;
  /** What one is worth, in fen: for the law's ceiling and the budget. */
  readonly valueFen: number;
  /** How many there are besides those reserved for the guarantee; null means no limit. */
  readonly stock: number | null;
  /** How many become available each hour from the opening on, what is left staying; null means all at once. */
  readonly perHour: number | null;
  /** How many one member can win by number; null means no limit. */
  readonly memberMax: number | null;
}

/** The odds of some tiers: the prizes' weights in their frozen order, and what is given when the picked prize cannot be. */
export interface PoolTable {
  /** Empty means every tier. */
  readonly tierIds: readonly TierId[];
  /** What the weights are said to add up to; a prize's odds are its weight ÷ this. */
  readonly total: number;
  readonly rows: readonly { readonly prizeId: string; readonly weight: number }[];
  readonly fallback: string;
}

/** After so many misses the next draw gives this prize, from units reserved for it. */
export interface Guarantee {
  readonly misses: number;
  readonly prizeId: string;
  /** Units set aside for it, besides the prize's stock; 0 where the prize has no limit. */
  readonly reserve: number;
}

/** Everything that a publication freezes. Instants are epoch ms, money is fen. */
export interface PoolContent {
  readonly name: Bilingual;
  readonly face: Face;
  readonly organiser: Bilingual;
  /** How to take part, how to claim. */
  readonly rules: Bilingual;
  readonly opensAt: number;
  readonly endsAt: number;
  /** Draws of one member a day, and in all (null: no limit). */
  readonly perDayMax: number;
  readonly perMemberMax: number | null;
  /** Draws of everybody together; null means no limit. */
  readonly drawsMax: number | null;
  readonly prizes: readonly Prize[];
  readonly tables: readonly PoolTable[];
  readonly guarantee: Guarantee | null;
}

/** One published state of a pool: it and every later one are kept. `_id` = `<pool>:<revision>`. */
export interface PoolRevision {
  readonly _id: string;
  readonly poolId: string;
  /** 1, 2, 3 … */
  readonly revision: number;
  readonly content: PoolContent;
  /** SHA-256 of the canonical text of pool, revision and content. */
  readonly hash: string;
  readonly publishedAt: number;
  readonly by: string;
  readonly device: string;
}

/** `publishing`: its units are being laid out. `stopping`: no draw is taken any more, the records are not yet sealed. */
export type PoolState = 'draft' | 'publishing' | 'published' | 'stopping' | 'closed' | 'stopped';

/** What closing publishes besides the secret. */
export interface PoolClosing {
  readonly at: number;
  /** How many draws there were. */
  readonly draws: number;
  /** The end of the chain over all records in their order: none can be dropped or changed. */
  readonly recordsHash: string;
}

/** How far the chain over a pool's records has come. */
export interface Sealing {
  readonly drawer: string;
  readonly counter: number;
  readonly draws: number;
  readonly hash: string;
}

/** What the operator reckons with; told to nobody else. */
export interface PoolPlan {
  /** What the prizes may cost at most, in fen; null: not said. */
  readonly budgetFen: number | null;
  /** How many draws are expected, where the pool does not limit them. */
  readonly drawsExpected: number | null;
}

/** A pool. `_id` is its id from the file. */
export interface Pool {
  readonly _id: string;
  /** The content's, for lists. */
  readonly name: Bilingual;
  readonly state: PoolState;
  /** The draft, or what the latest revision froze. */
  readonly content: PoolContent;
  readonly plan: PoolPlan;
  /** Number of the latest revision; 0 for a draft. */
  readonly revision: number;
  readonly hash: string;
  /** SHA-256 of the secret's 64 hex digits, from publication on. */
  readonly secretHash: string;
  /** The secret under the environment's key, until closing. */
  readonly sealedSecret: string;
  /** The secret itself, 64 hex digits; null until closing. */
  readonly secret: string | null;
  /** Units laid out so far, by store. */
  readonly laidOut: Readonly<Record<string, number>>;
  readonly publishedAt: number;
  readonly stop: { readonly at: number; readonly by: string; readonly device: string; readonly reason: string } | null;
  readonly sealing: Sealing | null;
  readonly closing: PoolClosing | null;
  /** Up to which drawer those who asked were told that it is over; absent while it is not, null when everybody was told. */
  readonly tellAfter?: string | null;
}
