import type { Bilingual } from '../kernel/bilingual';
import { addMonths, monthOf, type Day } from '../kernel/time';
import { rank, tierRow } from './move';
import { scoreMonths, scoreOn } from './score';
import type { Standing, Tier, TierId } from './types';

/** A tier as its holder sees it: how much more to rise, and how much more by when to keep it. */
export interface TierView {
  readonly id: TierId;
  readonly name: Bilingual;
  /** Points multiplier in integer hundredths. */
  readonly multiplier: number;
  /** The benefits that go beyond rate and price. */
  readonly priorityService: boolean;
  readonly earlyAccess: boolean;
  readonly score: number;
  /** The tier above and what it still takes; null at the top. */
  readonly next: { readonly id: TierId; readonly name: Bilingual; readonly scoreNeeded: number; readonly missing: number } | null;
  /** The next review and what is still missing to keep the tier then; null on the lowest. */
  readonly keep: { readonly until: Day; readonly missing: number } | null;
}

/** What an account's settled standing looks like on a day. */
export function viewTier(standing: Standing, today: Day, tiers: readonly Tier[]): TierView {
  const tier = tierRow(tiers, standing.tier);
  const above = tiers[rank(tiers, standing.tier) + 1];
  const score = scoreOn(standing, today);
  const next =
    above === undefined ? null : { id: above.id, name: above.name, scoreNeeded: above.scoreNeeded, missing: above.scoreNeeded - score };
  const { reviewOn } = standing;
  const keep = reviewOn === null ? null : { until: reviewOn, missing: Math.max(0, tier.scoreNeeded - scoreAtReview(standing, reviewOn)) };
  const { id, name, multiplier, priorityService, earlyAccess } = tier;
  return { id, name, multiplier, priorityService, earlyAccess, score, next, keep };
}

/** What of today's score will still count on the day of the review. */
function scoreAtReview(standing: Standing, reviewOn: Day): number {
  const first = addMonths(monthOf(reviewOn), 1 - scoreMonths);
  return standing.score.reduce((sum, bucket) => sum + (bucket.month >= first ? bucket.points : 0), 0);
}
