import { minuteMs } from '../kernel/time';

export const attemptSpanMs = 10 * minuteMs;
export const wrongCodesPerCardMax = 5;
export const wrongCodesPerStaffMax = 20;
/** Coupon words that a member may type wrong. */
export const wrongWordsPerMemberMax = 5;

/** Wrong tries of one card, staff member or member. */
export interface Tries {
  readonly failures: readonly number[];
  readonly lockedUntil: number;
}

export const noTries: Tries = { failures: [], lockedUntil: 0 };

/** Whether tries are refused at an instant. */
export function isLocked(tries: Tries, atMs: number): boolean {
  return atMs < tries.lockedUntil;
}

/**
 * Counts one wrong try. Only the last ten minutes count; the try that reaches `limit` locks for ten minutes.
 * Must not be called while locked: tries during a lock do not count.
 */
export function countFailure(tries: Tries, limit: number, atMs: number): Tries {
  const failures = [...tries.failures.filter((each) => each > atMs - attemptSpanMs), atMs];
  return failures.length >= limit ? { failures: [], lockedUntil: atMs + attemptSpanMs } : { failures, lockedUntil: 0 };
}
