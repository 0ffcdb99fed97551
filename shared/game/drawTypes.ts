import type { Day } from '../kernel/time';
import type { TierId } from '../tier/types';

/** Where one member stands in one pool. Kept on the account, by member. */
export interface Drawer {
  readonly memberId: string;
  readonly poolId: string;
  /** Draws so far, which is the next one's counter. */
  readonly counter: number;
  /** Misses since the last prize. */
  readonly misses: number;
  /** The latest day of a draw, and how many there were on it. */
  readonly day: Day;
  readonly dayDraws: number;
  /** Prizes with a member limit won by number, how often. */
  readonly won: Readonly<Record<string, number>>;
}

/** Why what was given is not what the number picked. */
export type DrawReason = 'guarantee' | 'limit' | 'stock' | 'hour';

/** What can be told of a draw to anybody who wants to check it: no member is named. */
export interface DrawRecord {
  readonly poolId: string;
  readonly revision: number;
  /** SHA-256 of `<member>|<pool>`. */
  readonly drawer: string;
  /** 0, 1, 2 … per drawer, without gaps. */
  readonly counter: number;
  readonly nonce: string;
  /** The draw's own time, epoch ms. */
  readonly at: number;
  readonly tier: TierId;
  /** 48 bits in hex. */
  readonly x: string;
  readonly pick: number;
  /** The prize that the number picked, and the one that was given. */
  readonly picked: string;
  readonly given: string;
  readonly reason: DrawReason | null;
  /** Misses before this draw. */
  readonly misses: number;
  /** The unit taken, where the given prize has units. */
  readonly unit: string | null;
  /** For reasons `stock` and `hour`: when every released unit was seen committed as taken. */
  readonly goneAt: number | null;
}

/** A draw as it is kept: the record, whose it is, and what it spent. `_id` = `<member>:<the caller's key>`. */
export interface Draw extends DrawRecord {
  readonly _id: string;
  readonly memberId: string;
  readonly accountId: string;
  readonly device: string;
  /** What it spent: the lot, and the number of the move among the account's chances. */
  readonly lot: string;
  readonly chanceSeq: number;
  /** Whether it gave something to show in the winners' list. */
  readonly won: boolean;
  /** The member's masked name, for that list. */
  readonly mask: string;
  /** Of goods: what the shop scans. */
  readonly pickupCode: string | null;
  /** The voucher it put into the wallet, if so. */
  readonly voucherId: string | null;
  /** The service pack, if so. */
  readonly packId: string | null;
}
