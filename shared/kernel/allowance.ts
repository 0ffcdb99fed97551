/** How many calls somebody may still make: refilled at a steady rate up to a ceiling (a token bucket). */
export interface Allowance {
  readonly left: number;
  /** Epoch ms of the last look. */
  readonly at: number;
}

/** Calls a second in the long run, and how many at once. */
export interface AllowanceRule {
  readonly perSecond: number;
  readonly atOnce: number;
}

/** Takes one call; `waitSeconds` is how long until there is one when there is none (0 when it was taken). */
export function takeCall(
  before: Allowance | undefined,
  rule: AllowanceRule,
  now: number,
): { readonly next: Allowance; readonly waitSeconds: number } {
  // A clock set back must not lock anybody out: time that went backwards counts as none.
  const gainedCalls = before === undefined ? rule.atOnce : (Math.max(0, now - before.at) / 1000) * rule.perSecond;
  const left = Math.min(rule.atOnce, (before?.left ?? 0) + gainedCalls);
  if (left >= 1) return { next: { left: left - 1, at: now }, waitSeconds: 0 };
  return { next: { left, at: now }, waitSeconds: Math.ceil((1 - left) / rule.perSecond) };
}
