import { takeCall, type Allowance, type AllowanceRule } from '@shared/kernel/allowance';

const callersKeptMax = 10_000;
const perSecondDefault = 20;
/** A burst of this many seconds' worth passes at once: opening the app makes several calls. */
const burstSeconds = 10;

const allowances = new Map<string, Allowance>();

/**
 * Counts one call of a caller, in this instance's memory only (the platform limits nobody, and correctness never rests on this).
 * Gives the seconds to wait, 0 when the call may go on. LANTERN_CALLS_PER_SECOND changes the rate of 20 a second.
 */
export function limitCalls(openid: string, now: number): number {
  const perSecond = Number(process.env['LANTERN_CALLS_PER_SECOND'] ?? perSecondDefault);
  const rule: AllowanceRule = { perSecond, atOnce: perSecond * burstSeconds };
  const { next, waitSeconds } = takeCall(allowances.get(openid), rule, now);
  if (allowances.size >= callersKeptMax) allowances.clear();
  allowances.set(openid, next);
  return waitSeconds;
}
