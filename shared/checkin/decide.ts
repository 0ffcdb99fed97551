import { accept, refuse, type Outcome } from '../kernel/refusal';
import { addDays, type Day } from '../kernel/time';
import type { CheckinState } from '../ledger/types';
import type { CheckinView } from './contract';

export interface CheckinDecision {
  readonly points: number;
  /** Whether this is the ladder's last day, which may give a voucher instead. */
  readonly last: boolean;
  readonly state: CheckinState;
}

/**
 * The whole rule of a check-in: once per business day, the ladder follows the streak and begins again after its last day;
 * a missed day begins the streak anew. `ladder` holds points per ladder day.
 */
export function decideCheckin(state: CheckinState, ladder: readonly number[], today: Day): Outcome<CheckinDecision, 'checkin.done'> {
  // A day later than today means the clock was set back; paying again would pay that day twice.
  if (state.lastDay !== null && state.lastDay >= today) return refuse('checkin.done');
  const streak = streakOn(state, today) + 1;
  const place = ladderIndex(streak, ladder);
  return accept({ points: ladder[place] ?? 0, last: place === ladder.length - 1, state: { lastDay: today, streak } });
}

/** How check-in stands on a day, for the home screen. */
export function viewCheckin(state: CheckinState, ladder: readonly number[], today: Day, endsInVoucher = false): CheckinView {
  const doneToday = state.lastDay === today;
  const streak = streakOn(state, today);
  const place = doneToday ? streak : streak + 1;
  return { today, doneToday, streak, ladderDay: ladderIndex(place, ladder) + 1, ladder, endsInVoucher };
}

/** The streak that still lives on a day: broken when yesterday was missed. */
function streakOn(state: CheckinState, today: Day): number {
  const alive = state.lastDay === today || state.lastDay === addDays(today, -1);
  return alive ? state.streak : 0;
}

function ladderIndex(streak: number, ladder: readonly number[]): number {
  return (streak - 1) % ladder.length;
}
