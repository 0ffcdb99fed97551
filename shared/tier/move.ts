import { addMonths, monthOf, type Day } from '../kernel/time';
import { scoreOn } from './score';
import type { Standing, Tier, TierChange, TierId } from './types';

/** A change of tier before it is numbered and written. */
export type TierMove = Pick<TierChange, 'day' | 'from' | 'to' | 'reason' | 'score'>;

/** A standing together with the moves that led to it. */
export interface Moved {
  readonly standing: Standing;
  readonly moves: readonly TierMove[];
}

/** How many steps an account remembers. */
const stepsMax = 12;
const monthsToReview = 13;
const monthsBetweenReviews = 12;
/** Reviews come on the 8th, when the purchases of the month before have been released. */
const reviewDate = '08';

/** Up at once, straight to the highest tier that the score of the day reaches; never down. */
export function rise(standing: Standing, today: Day, tiers: readonly Tier[]): Moved {
  const score = scoreOn(standing, today);
  const reached = tiers.findLastIndex((tier) => tier.scoreNeeded <= score);
  const to = tiers[reached];
  if (to === undefined || reached <= rank(tiers, standing.tier)) return { standing, moves: [] };
  return {
    standing: { ...standing, tier: to.id, tierSince: today, reviewOn: firstReview(today), steps: remember(standing, today, to.id, score) },
    moves: [{ day: today, from: standing.tier, to: to.id, reason: 'score', score }],
  };
}

/** The review of a tier gained on a day. */
export function firstReview(day: Day): Day {
  return `${addMonths(monthOf(day), monthsToReview)}-${reviewDate}`;
}

/** The review a year after one that has passed. */
export function reviewAfter(day: Day): Day {
  return `${addMonths(monthOf(day), monthsBetweenReviews)}-${reviewDate}`;
}

function remember({ steps, tier, reviewOn }: Standing, day: Day, to: TierId, score: number): Standing['steps'] {
  return [...steps, { day, from: tier, to, score, reviewOn }].slice(-stepsMax);
}

/**
 * The yearly review, on the day it is due: a score that no longer supports the tier costs one step, and the next review comes
 * twelve months later either way. Nobody is reviewed on the lowest tier.
 */
export function review(standing: Standing, day: Day, tiers: readonly Tier[]): Moved {
  const at = rank(tiers, standing.tier);
  const score = scoreOn(standing, day);
  const next = reviewAfter(day);
  const below = tiers[at - 1];
  if (below === undefined || score >= (tiers[at]?.scoreNeeded ?? 0)) return { standing: { ...standing, reviewOn: next }, moves: [] };
  return {
    standing: {
      ...standing,
      tier: below.id,
      tierSince: day,
      reviewOn: at - 1 === 0 ? null : next,
      steps: remember(standing, day, below.id, score),
    },
    moves: [{ day, from: standing.tier, to: below.id, reason: 'review', score }],
  };
}

/** A tier's row of the table: its rate and benefits. A table without that row is a fault of the settings. */
export function tierRow(tiers: readonly Tier[], id: TierId): Tier {
  const row = tiers[rank(tiers, id)];
  if (row === undefined) throw new Error(`The tier table has no row ${id}`);
  return row;
}

/** The place of a tier in its table. A table without that row is a fault of the settings. */
export function rank(tiers: readonly Tier[], id: TierId): number {
  const at = tiers.findIndex((tier) => tier.id === id);
  if (at === -1) throw new Error(`The tier table has no row ${id}`);
  return at;
}
