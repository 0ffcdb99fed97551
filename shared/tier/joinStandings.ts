import type { Day } from '../kernel/time';
import { countRace } from '../ledger/race';
import { rank, type Moved } from './move';
import { addScore, scoreOn } from './score';
import type { Standing, Tier } from './types';

/**
 * The standing of an account that takes another over: scores by month, lifetime points and the race add up, and the higher of both tiers
 * is kept with its own review. The caller lets it rise on the sum.
 */
export function joinStandings(standing: Standing, coming: Standing, today: Day, tiers: readonly Tier[]): Moved {
  let joined: Standing = { ...standing, lifetimePoints: standing.lifetimePoints + coming.lifetimePoints, raceStale: true };
  for (const { month, points } of coming.score) joined = addScore(joined, month, points, today);
  for (const { month, points } of coming.race) joined = { ...joined, race: countRace(joined.race, month, points, today) };
  if (rank(tiers, coming.tier) <= rank(tiers, standing.tier)) return { standing: joined, moves: [] };
  const { tier, reviewOn, steps } = coming;
  return {
    standing: { ...joined, tier, tierSince: today, reviewOn, steps },
    moves: [{ day: today, from: standing.tier, to: tier, reason: 'joined', score: scoreOn(joined, today) }],
  };
}

/** The standing of an account that was taken over: at the beginning, in the race with nothing. */
export function emptyStanding(standing: Standing, today: Day, tiers: readonly Tier[]): Moved {
  const lowest = tiers[0];
  if (lowest === undefined) throw new Error('The tier table is empty');
  const race = standing.race.map(({ month }) => ({ month, points: 0 }));
  const empty: Standing = {
    ...standing,
    tier: lowest.id,
    tierSince: today,
    reviewOn: null,
    score: [],
    lifetimePoints: 0,
    race,
    raceStale: true,
    steps: [],
  };
  const moves =
    standing.tier === lowest.id ? [] : [{ day: today, from: standing.tier, to: lowest.id, reason: 'joined', score: 0 } as const];
  return { standing: empty, moves };
}
