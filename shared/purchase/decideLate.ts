import { yuanText } from '../kernel/money';
import { accept, refuse, type Outcome } from '../kernel/refusal';
import { minuteMs } from '../kernel/time';

const hourMs = 60 * minuteMs;

/** What may be recorded late (settings). */
export interface LatePolicy {
  /** How old a purchase without network may be when it arrives, hours. */
  readonly lateHoursMax: number;
  /** The largest sum that may be recorded so, fen. */
  readonly lateMaxFen: number;
}

export type LateRefusal = 'late.tooOld' | 'late.tooMuch';

/** Whether a purchase taken without network at `scannedAt` may still be recorded: not too old, not too large. */
export function decideLate(scannedAt: number, totalFen: number, policy: LatePolicy, now: number): Outcome<null, LateRefusal> {
  if (now - scannedAt > policy.lateHoursMax * hourMs) return refuse('late.tooOld', { hours: policy.lateHoursMax });
  return totalFen > policy.lateMaxFen ? refuse('late.tooMuch', { max: yuanText(policy.lateMaxFen) }) : accept(null);
}
