import { accept, refuse, type Outcome } from '../kernel/refusal';
import { monthOf, type Day, type Month } from '../kernel/time';
import { ladderReward } from './ladder';
import { daysMarked, keepMonths, markDay } from './marks';
import type { CheckinPolicy, CheckinReward, CheckinState, GivenReward, Milestone } from './types';

export interface CheckinDecision {
  readonly reward: CheckinReward;
  /** The milestone that today's check-in reaches. */
  readonly milestone: Milestone | null;
  readonly state: CheckinState;
}

/**
 * The whole rule of a check-in: once per business day, the ladder follows the streak and begins again after its last day;
 * a missed day begins the streak anew; a milestone is reached with the month's so many-th day.
 */
export function decideCheckin(state: CheckinState, policy: CheckinPolicy, today: Day): Outcome<CheckinDecision, 'checkin.done'> {
  // A day later than today means the clock was set back; paying again would pay that day twice.
  if (state.lastDay !== null && state.lastDay >= today) return refuse('checkin.done');
  const next = markDay({ ...keepMonths(state, today), paid: { points: 0, voucher: false } }, today, { makeUps: 0, cards: 0 });
  return accept({ reward: ladderReward(next.streak, policy), milestone: milestoneAt(next, monthOf(today), policy), state: next });
}

/** The milestone that a month has just reached: its days only ever become more, by one, so each is met once. */
export function milestoneAt(state: CheckinState, month: Month, { milestones }: CheckinPolicy): Milestone | null {
  const count = daysMarked(state, month);
  return milestones.find(({ days }) => days === count) ?? null;
}

/** Remembers what the ladder gave for the latest day, so that a make-up can top it up. */
export function withPaid(state: CheckinState, given: GivenReward): CheckinState {
  const { points, voucher } = state.paid;
  return { ...state, paid: { points: points + given.points, voucher: voucher || given.voucherId !== null } };
}
