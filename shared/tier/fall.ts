import type { Day } from '../kernel/time';
import { firstReview, rank, reviewAfter, type Moved } from './move';
import { scoreOn } from './score';
import type { Standing, Tier, TierId, TierStep } from './types';

/** Points taken back after they had counted since a day. */
interface Refunded {
  readonly since: Day;
  readonly points: number;
}

/**
 * What a refund does to the tier, the score having fallen already: a tier that rests on the refunded points falls at once to the highest
 * that the score supports, not below the one held before those points counted; a tier that was reached without them stays.
 *
 * The steps since then are told again without the points, and stay told so: or somebody who bought twice, rose twice, and
 * returned the first purchase and then the second would keep the tier that only the first had given.
 */
export function fall(standing: Standing, refunded: Refunded, today: Day, tiers: readonly Tier[]): Moved {
  const before = standing.steps.filter((step) => step.day < refunded.since);
  const after = standing.steps.filter((step) => step.day >= refunded.since);
  const supported = (score: number): number => tiers.findLastIndex((tier) => tier.scoreNeeded <= score);
  let held = rank(tiers, after[0]?.from ?? standing.tier);
  const retold: TierStep[] = [];
  for (const step of after) {
    const from = held;
    const score = Math.max(0, step.score - refunded.points);
    const up = rank(tiers, step.to) > rank(tiers, step.from);
    held = Math.min(rank(tiers, step.to), up ? Math.max(held, supported(score)) : held);
    if (held !== from) retold.push({ ...step, from: idAt(tiers, from), to: idAt(tiers, held), score });
  }
  const score = scoreOn(standing, today);
  const present = rank(tiers, standing.tier);
  const to = Math.min(present, Math.max(held, supported(score)));
  const reviewOn = reviewOf(standing, retold, after, today);
  if (to > held) retold.push({ day: today, from: idAt(tiers, held), to: idAt(tiers, to), score, reviewOn });
  const steps = [...before, ...retold];
  if (to === present) return { standing: { ...standing, steps }, moves: [] };
  const id = idAt(tiers, to);
  return {
    standing: { ...standing, tier: id, tierSince: today, reviewOn: to === 0 ? null : reviewOn, steps },
    moves: [{ day: today, from: standing.tier, to: id, reason: 'refund', score }],
  };
}

/**
 * The review of the tier fallen to: the one it had before those points counted, or that of the step that would have given it; a day
 * that has passed meanwhile moves on by whole years.
 */
function reviewOf(standing: Standing, retold: readonly TierStep[], after: readonly TierStep[], today: Day): Day {
  const last = retold.at(-1);
  let reviewOn = last === undefined ? (after[0]?.reviewOn ?? firstReview(today)) : firstReview(last.day);
  if (standing.reviewOn !== null && reviewOn > standing.reviewOn) reviewOn = standing.reviewOn;
  while (reviewOn <= today) reviewOn = reviewAfter(reviewOn);
  return reviewOn;
}

function idAt(tiers: readonly Tier[], at: number): TierId {
  const tier = tiers[at];
  if (tier === undefined) throw new Error(`The tier table has no row ${at}`);
  return tier.id;
}
