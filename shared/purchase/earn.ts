import { floorPoints } from '../kernel/money';
import type { Day } from '../kernel/time';
import type { PricedLine } from './types';

/** Points of a purchase become available at 00:00 of the seventh day after it. */
export const returnPeriodDays = 7;
/** For how many days the daily cap remembers what was earned. */
const earnedDaysMax = 8;

export type EarnedDays = readonly { readonly day: Day; readonly points: number }[];

export interface Earning {
  readonly payableFen: number;
  readonly points: number;
  readonly capped: boolean;
}

/**
 * What a purchase earns: floor(Σ payable fen × the line's multiplier × the tier's), one floor on the sum, cut at what the day's cap leaves.
 * Multipliers are in hundredths (a line's is 0 where its category earns nothing), `room` in points (Infinity when there is no cap).
 */
export function earn(lines: readonly Pick<PricedLine, 'payableFen' | 'multiplier'>[], multiplier: number, room: number): Earning {
  const payableFen = lines.reduce((sum, line) => sum + line.payableFen, 0);
  const full = floorPoints(lines.reduce((sum, line) => sum + line.payableFen * line.multiplier, 0) * multiplier);
  const points = Math.max(0, Math.min(full, room));
  return { payableFen, points, capped: points < full };
}

/** How many points the cap still allows on a day. The cap is the account's (product.md, Exact readings), however many people share it. */
export function capRoom(earned: EarnedDays, day: Day, capPoints: number): number {
  return Math.max(0, capPoints - earnedOn(earned, day));
}

/**
 * A day's earned total when points of a purchase are taken back: the day gets its room back, as far as it is remembered. Cap: points earned
 * per account and purchase day (product.md, Exact readings), so an account that only took the purchase's own over has no room to get back.
 */
export function giveRoomBack(
  account: { readonly _id: string; readonly earnedDays: EarnedDays },
  { accountId, day }: { readonly accountId: string; readonly day: Day },
  points: number,
): EarnedDays {
  return account._id === accountId ? addEarned(account.earnedDays, day, -points) : account.earnedDays;
}

/** Adds points to a day's earned total; the latest eight days are kept. */
export function addEarned(earned: EarnedDays, day: Day, points: number): EarnedDays {
  const others = earned.filter((each) => each.day !== day);
  const total = Math.max(0, earnedOn(earned, day) + points);
  const days = total === 0 ? others : [...others, { day, points: total }];
  return [...days].sort((a, b) => (a.day < b.day ? -1 : 1)).slice(-earnedDaysMax);
}

function earnedOn(earned: EarnedDays, day: Day): number {
  return earned.find((each) => each.day === day)?.points ?? 0;
}
