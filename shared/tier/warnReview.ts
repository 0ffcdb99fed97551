import type { Bilingual } from '../kernel/bilingual';
import { addDays, type Day } from '../kernel/time';
import type { Standing, Tier } from './types';
import { viewTier } from './view';

const warningDays = 30;

/** What a member is told ahead of a review that would cost a tier. */
export interface ReviewWarning {
  readonly tier: Bilingual;
  /** Score still missing to keep it. */
  readonly missing: number;
  readonly until: Day;
}

/** The last review day that is warned of on a day: reviews are announced 30 days before. */
export function warnedOn(today: Day): Day {
  return addDays(today, warningDays);
}

/** The warning for a settled standing; null when the next review is further away, or would cost nothing as things stand. */
export function warnReview(standing: Standing, today: Day, tiers: readonly Tier[]): ReviewWarning | null {
  const { keep, name } = viewTier(standing, today, tiers);
  if (keep === null || keep.missing === 0 || keep.until > warnedOn(today)) return null;
  return { tier: name, missing: keep.missing, until: keep.until };
}
