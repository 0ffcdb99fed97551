import { accept, refuse, type Outcome } from '../kernel/refusal';
import { addDays, monthOf, type Day, type Month } from '../kernel/time';
import { milestoneAt } from './decide';
import { topUpReward } from './ladder';
import { isMarked, keepMonths, markDay, marksOf } from './marks';
import type { CheckinPolicy, CheckinReward, CheckinState, MakeUpPays, Milestone } from './types';

/** A make-up reaches back to the 1st of this month, or these days if that is further. */
const lastDays = 3;

/** When and for whom a make-up is judged. */
export interface MakeUpSetting {
  readonly today: Day;
  /** The day on which the member joined: none before it can be made up. */
  readonly joinedOn: Day;
  /** Make-up cards that the member's tier brings a month. */
  readonly tierCards: number;
}

export type MakeUpRefusal = 'checkin.makeUpDay' | 'checkin.checked' | 'checkin.makeUpLimit' | 'checkin.noCard';

export interface MakeUpDecision {
  /** What the made-up day itself pays: always day 1's points. */
  readonly reward: CheckinReward;
  /** What is owed to today's check-in, where it came before. */
  readonly topUp: CheckinReward | null;
  /** The milestone of the made-up day's month that it reaches. */
  readonly milestone: Milestone | null;
  readonly costPoints: number;
  readonly state: CheckinState;
}

/** The first day that a make-up can still reach. */
export function firstMakeUpDay({ today, joinedOn }: MakeUpSetting): Day {
  const [monthBegan, recent] = [`${monthOf(today)}-01`, addDays(today, -lastDays)];
  const first = monthBegan < recent ? monthBegan : recent;
  return first < joinedOn ? joinedOn : first;
}

/** How many days of a month can still be made up, and how many of the tier's cards are left for it. */
export function makeUpsLeft(
  state: CheckinState,
  month: Month,
  { makeUps }: CheckinPolicy,
  { tierCards }: MakeUpSetting,
): { readonly left: number; readonly cards: number } {
  const marks = marksOf(state, month);
  const left = Math.max(0, makeUps.perMonthMax - marks.makeUps);
  return { left, cards: Math.min(left, Math.max(0, tierCards - marks.cards)) };
}

/**
 * The whole rule of a make-up: for a day of this month or one of the last three; month limit, cards and milestone are those of the
 * made-up day's month; it restores the streak, pays day 1's reward, and tops today's check-in up where that came first. What was paid
 * stays as it is.
 */
export function decideMakeUp(
  before: CheckinState,
  policy: CheckinPolicy,
  wish: { readonly day: Day; readonly pays: MakeUpPays },
  setting: MakeUpSetting,
): Outcome<MakeUpDecision, MakeUpRefusal> {
  const { day, pays } = wish;
  const { today } = setting;
  if (day >= today || day < firstMakeUpDay(setting)) return refuse('checkin.makeUpDay');
  const kept = keepMonths(before, today);
  // A day later than today means the clock was set back: nothing is known of such a month.
  if (kept.lastDay !== null && kept.lastDay > today) return refuse('checkin.makeUpDay');
  if (isMarked(kept, day)) return refuse('checkin.checked');
  const { left, cards } = makeUpsLeft(kept, monthOf(day), policy, setting);
  if (left === 0) return refuse('checkin.makeUpLimit', { max: policy.makeUps.perMonthMax });
  if (pays === 'card' && cards === 0) return refuse('checkin.noCard');
  const state = markDay(kept, day, { makeUps: 1, cards: pays === 'card' ? 1 : 0 });
  const raised = kept.lastDay === today && state.streak > kept.streak;
  return accept({
    reward: { kind: 'points', points: policy.ladder[0] ?? 0 },
    topUp: raised ? topUpReward(state.streak, state.paid, policy) : null,
    milestone: milestoneAt(state, monthOf(day), policy),
    costPoints: pays === 'card' ? 0 : policy.makeUps.pricePoints,
    state,
  });
}
