import { addMonths, monthOf, type Day, type Month } from '../kernel/time';
import type { Standing } from './types';

/** This month and the twelve before it count. */
export const scoreMonths = 13;

/** The score as it counts on a day: this month's bucket and the twelve before. */
export function scoreOn(standing: Standing, day: Day): number {
  const first = addMonths(monthOf(day), 1 - scoreMonths);
  return standing.score.reduce((sum, bucket) => sum + (bucket.month >= first && bucket.month <= monthOf(day) ? bucket.points : 0), 0);
}

/**
 * Adds to a month's bucket (a refund gives a negative number). Buckets that no longer count on `today` are dropped. A bucket that would
 * fall below zero is a bug: nothing can be taken back that was not counted.
 */
export function addScore(standing: Standing, month: Month, points: number, today: Day): Standing {
  if (points === 0) return standing;
  const first = addMonths(monthOf(today), 1 - scoreMonths);
  const before = standing.score.find((bucket) => bucket.month === month)?.points ?? 0;
  const others = standing.score.filter((bucket) => bucket.month !== month && bucket.month >= first);
  if (before + points < 0 && month >= first) throw new Error(`The score of ${month} would fall to ${before + points}`);
  const score = [...others, { month, points: before + points }].filter((bucket) => bucket.month >= first && bucket.points !== 0);
  return { ...standing, score: score.sort((a, b) => (a.month < b.month ? -1 : 1)) };
}
