import type { Bilingual } from '../kernel/bilingual';
import type { Day } from '../kernel/time';

/** A step of the ladder 阶梯奖励 by lifetime points. */
export interface LadderStep {
  readonly points: number;
  readonly benefit: Bilingual;
}

/** A step that an account has reached: kept for ever, whatever is refunded later. */
export interface LadderReached {
  readonly points: number;
  readonly on: Day;
}

/** A step as its member sees it. */
export interface LadderStepView extends LadderStep {
  readonly reachedOn: Day | null;
}

/** The next step an account has reached and not been given yet; null when there is none. Steps are given one by one, in order. */
export function nextStep(
  steps: readonly LadderStep[],
  account: { readonly lifetimePoints: number; readonly ladder: readonly LadderReached[] },
): LadderStep | null {
  const step = steps[account.ladder.length];
  return step !== undefined && step.points <= account.lifetimePoints ? step : null;
}

/** The ladder with what has been reached. */
export function viewLadder(steps: readonly LadderStep[], reached: readonly LadderReached[]): readonly LadderStepView[] {
  return steps.map((step, index) => ({ ...step, reachedOn: reached[index]?.on ?? null }));
}
