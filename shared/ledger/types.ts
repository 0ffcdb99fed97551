import type { Day, Month } from '../kernel/time';
import type { CheckinState } from '../checkin/types';
import type { Drawer } from '../game/drawTypes';
import type { ChanceAccount } from '../game/types';
import type { LadderReached } from '../reward/climb';
import type { Family } from '../member/familyTypes';
import type { PaidCard } from '../tier/paidCard';
import type { Standing } from '../tier/types';

/** The month that a lot's points count for, or `grace#1`, `grace#2` … for points given back after their own lot had lapsed. */
export type LotId = string;

/** Points that lapse together; they can be used to the end of `endsOn`. */
export interface Lot {
  readonly id: LotId;
  readonly endsOn: Day;
  readonly points: number;
}

/** Points of one purchase day that become available at 00:00 of `releaseOn`; `month` is the lot they will join. */
export interface PendingBucket {
  readonly releaseOn: Day;
  readonly month: Month;
  readonly points: number;
}

/** The latest grace lot, open to the end of `endsOn` even while it is empty. `n` numbers it, `openedOn` bounds how far its end can move. */
export interface Grace {
  readonly n: number;
  readonly openedOn: Day;
  readonly endsOn: Day;
}

/** The part of an account that the ledger owns. balance = pending + available − debt. */
export interface Balance {
  /** Number of the account's latest entry; 0 before the first. */
  readonly seq: number;
  readonly available: number;
  readonly pending: number;
  readonly debt: number;
  /** Open lots that hold points, by end; Σ points = available; at most 13 months and one grace lot. */
  readonly lots: readonly Lot[];
  /** The latest grace lot; null before the first. */
  readonly grace: Grace | null;
  /** By release day; Σ points = pending. */
  readonly buckets: readonly PendingBucket[];
  /** The next day on which something is due; null when nothing ever is. */
  readonly nextDueOn: Day | null;
}

/** One document per account (one member, later one family): everything a tap needs. `_id` is the account's id. */
export interface Account extends Balance, Standing, ChanceAccount {
  readonly _id: string;
  readonly memberId: string;
  readonly checkin: CheckinState;
  /** Points earned by purchases of recent days, for the daily cap; the eight latest days are kept. */
  readonly earnedDays: readonly { readonly day: Day; readonly points: number }[];
  /** Steps of the ladder by lifetime points that were given, lowest first, and how many: what the job that gives them looks for. */
  readonly ladder: readonly LadderReached[];
  readonly ladderSteps: number;
  readonly openedAt: number;
  /** Where each member stands in the pools they drew from. */
  readonly drawers: readonly Drawer[];
  readonly paidCard: PaidCard;
  /** Who else earns into it; null for one person alone. */
  readonly family: Family | null;
  /** The account that took everything over, while its owner is one of another's people. */
  readonly movedTo: string | null;
  /** The account that its owner came back from last; absent for whoever never was in another's. */
  readonly cameFrom?: string;
  /** When its owner came back from another's account, or left the programme (epoch ms): what was bought before is money only. */
  readonly freshAt: number;
}

export const entryKinds = [
  'gift',
  'closing',
  'accrual',
  'release',
  'expiry',
  'redemption',
  'checkin',
  'reversal',
  'adjustment',
  'return',
  'prize',
  'race',
  'transfer',
  'referral',
] as const;
export type EntryKind = (typeof entryKinds)[number];

/** Short facts for the statement's sentence: an order number, a reward's name. Never a personal fact. */
export type EntryNote = Readonly<Record<string, string | number>>;

/** One line of the ledger: appended, never changed. `_id` = `<account>:<kind>:<source>`. */
export interface Entry {
  readonly _id: string;
  readonly accountId: string;
  /** 1, 2, 3 … per account, without gaps. */
  readonly seq: number;
  readonly kind: EntryKind;
  readonly source: string;
  readonly at: number;
  readonly day: Day;
  readonly pendingDelta: number;
  readonly availableDelta: number;
  readonly debtDelta: number;
  /** The lots it touched; positive adds. */
  readonly lots: readonly LotPart[];
  /** For pending points: when they become available. */
  readonly releaseOn?: Day;
  /** For a purchase's points taken back after their release: the month they had counted for, and since when. */
  readonly counted?: { readonly month: Month; readonly since: Day };
  readonly note: EntryNote;
}

/** What an entry did to one lot; `endsOn` as it was then. */
export interface LotPart {
  readonly lot: LotId;
  readonly endsOn: Day;
  readonly points: number;
}
