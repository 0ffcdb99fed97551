import type { Day } from '../kernel/time';
import { credit } from './credit';
import type { Draft, Posting } from './posting';
import { withdraw } from './withdraw';

/** A correction by operators. Positive points are given, negative ones taken. */
export interface Adjustment {
  readonly source: string;
  readonly day: Day;
  readonly points: number;
  readonly note: Draft['note'];
}

/**
 * Posts a correction: given points are available at once, join the lot of the day's month and pay debt first; taken points come from the
 * lot that lapses first, and the rest becomes debt. Counts for none of score, lifetime points, race and cap.
 */
export function adjust(posting: Posting, adjustment: Adjustment): Posting {
  if (adjustment.points >= 0) return credit(posting, { kind: 'adjustment', ...adjustment });
  return withdraw(posting, { kind: 'adjustment', ...adjustment, points: -adjustment.points });
}
