import { addMonths, monthOf, type Day, type Month } from '../kernel/time';
import type { Standing } from './types';

/** This month and the twelve before it count. */
export const scoreMonths = 13;

/** The score as it counts on a day: this month's bucket and the twelve before. */
export function scoreOn(standing: Standing, day: Day): number {
  const first = addMonths(monthOf(day), 1 - scoreMonths);
  return standing.score.reduce((sum, bucket) => sum + (bucket.month >= first && bucket.month <= monthOf(day) ? bucket.points : 0), 0);
}

/** Adds to a month's bucket. Buckets that no longer count on `today` are dropped. */
export function addScore(standing: Standing, month: Month, points: number, today: Day): Standing {
  if (points === 0) return standing;
  const first = addMonths(monthOf(today), 1 - scoreMonths);
  const before = standing.score.find((bucket) => bucket.month === month)?.points ?? 0;
  const others = standing.score.filter((bucket) => bucket.month !== month && bucket.month >= first);
  const score = [...others, { month, points: before + points }].filter((bucket) => bucket.month >= first);
  return { ...standing, score: score.sort((a, b) => (a.month < b.month ? -1 : 1)) };
}
