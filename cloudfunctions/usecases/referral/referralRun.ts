import type { Day } from '@shared/kernel/time';
import type { Programme } from '@shared/store/programme';

/** One run of the job: when, how long, and its pace. */
export interface ReferralRun {
  readonly programme: Programme;
  readonly today: Day;
  readonly now: number;
  readonly clock: () => number;
  readonly untilMs: number;
  readonly batch: number;
  /** To be awaited after each friend. */
  readonly rest: () => Promise<void>;
}
