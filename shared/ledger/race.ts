import type { Bilingual } from '../kernel/bilingual';
import { addMonths, monthOf, type Day, type Month } from '../kernel/time';

/** Months whose points an account remembers for the race 积分冲级赛: this one and the one before, which is settled on the 8th. */
const raceMonths = 2;
/** A month's race is settled when everything of it has been released: on the 8th of the next. */
const settleDate = '08';
/** Places that are told exactly, and that can win. */
export const racePlacesMax = 100;

/** What an account has won for the race: points of purchases that were released, by the purchase's month, less what was refunded. */
export interface RaceScore {
  readonly month: Month;
  readonly points: number;
}

/** A member in the race of a month. `_id` = `<month>:<member>`. */
export interface Racer {
  readonly _id: string;
  readonly month: Month;
  readonly memberId: string;
  readonly accountId: string;
  /** 0 when everything was refunded: such a racer holds no place. */
  readonly points: number;
  /** When the points last changed (epoch ms): of equal points the earlier is before. */
  readonly since: number;
}

/** A prize of the race: for the places after the row before up to `upTo`. */
export interface RacePrize {
  readonly upTo: number;
  readonly points: number;
}

/** Who won what; kept with the month for ever. */
export interface RaceWinner {
  readonly memberId: string;
  readonly accountId: string;
  readonly place: number;
  readonly points: number;
  readonly prizePoints: number;
}

/** The race of one month: how many have how many points, and once it is settled who won. `_id` is the month. */
export interface Race {
  readonly _id: Month;
  /** Raised by every change of a racer: what was read before a transaction is checked by it. */
  readonly version: number;
  /** How many racers there are by step of points (`raceStep`); steps without racers are left out. */
  readonly steps: Readonly<Record<string, number>>;
  /** When a racer last changed (epoch ms). */
  readonly at: number;
  /** `paying`: the places are fixed and prizes are being posted. */
  readonly state: 'running' | 'paying' | 'settled';
  readonly winners: readonly RaceWinner[];
}

/** A place as it is listed. */
export interface RacePlace {
  readonly place: number;
  /** The name they chose to show; null when they did not. */
  readonly name: string | null;
  /** A link to the picture of somebody who shows their name; null without one. */
  readonly avatarUrl: string | null;
  readonly points: number;
  readonly mine: boolean;
}

/** Where the caller stands: exactly among the first hundred, else about. */
export type RaceRank = { readonly kind: 'exact'; readonly place: number } | { readonly kind: 'about'; readonly place: number };

/** What a member won last. */
export interface RaceResult {
  readonly month: Month;
  readonly place: number;
  readonly prize: Bilingual;
}

/** The race of a month as a member sees it. */
export interface RaceView {
  readonly month: Month;
  readonly today: Day;
  /** When it is settled. */
  readonly settlesOn: Day;
  /** The caller's points, and where they stand; null without points. */
  readonly points: number;
  readonly rank: RaceRank | null;
  readonly racers: number;
  /** As of when the list and the numbers are (epoch ms); null before anybody has points. */
  readonly at: number | null;
  readonly top: readonly RacePlace[];
  readonly prizes: readonly RacePrize[];
  /** Whether the caller's nickname is shown to others. */
  readonly nameShown: boolean;
  /** What the caller won in the race settled last. */
  readonly last: RaceResult | null;
}

/**
 * Lets released points of a purchase count for its month, or no longer count when negative. Months that are over and settled are
 * forgotten, so what is refunded later changes no result.
 */
export function countRace(race: readonly RaceScore[], month: Month, points: number, today: Day): readonly RaceScore[] {
  const first = addMonths(monthOf(today), 1 - raceMonths);
  const kept = race.filter((score) => score.month >= first && score.month !== month);
  if (month < first) return kept;
  const before = race.find((score) => score.month === month)?.points ?? 0;
  return [...kept, { month, points: before + points }].sort((a, b) => (a.month < b.month ? -1 : 1));
}

/** The day on which a month's race is settled, after the sweep has passed the 7th. */
export function raceSettleDay(month: Month): Day {
  return `${addMonths(month, 1)}-${settleDate}`;
}

/** The prize of a place in points; 0 for none. */
export function racePrize(prizes: readonly RacePrize[], place: number): number {
  return prizes.find((prize) => place <= prize.upTo)?.points ?? 0;
}
