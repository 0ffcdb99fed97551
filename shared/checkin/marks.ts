import { addDays, addMonths, monthOf, type Day, type Month } from '../kernel/time';
import type { CheckinState, MonthMarks } from './types';

/** Nobody has checked in yet. */
export const freshCheckin: CheckinState = { lastDay: null, streak: 0, paid: { points: 0, voucher: false }, months: [], runBefore: 0 };

function bitOf(day: Day): number {
  return 1 << (Number(day.slice(8)) - 1);
}

/** What is known of a month; nothing is of months that are no longer kept. */
export function marksOf(state: CheckinState, month: Month): MonthMarks {
  return state.months.find((each) => each.month === month) ?? { month, marks: 0, makeUps: 0, cards: 0 };
}

/** Whether a day of the kept months is checked in. */
export function isMarked(state: CheckinState, day: Day): boolean {
  return (marksOf(state, monthOf(day)).marks & bitOf(day)) !== 0;
}

/** How many days of a month are checked in, make-ups included. */
export function daysMarked(state: CheckinState, month: Month): number {
  let count = 0;
  for (let { marks } = marksOf(state, month); marks !== 0; marks &= marks - 1) count += 1;
  return count;
}

/** Days in a row up to a day, that day included; 0 when it is not checked in. */
export function runEnding(state: CheckinState, day: Day): number {
  const first = `${state.months[0]?.month ?? monthOf(addDays(day, 1))}-01`;
  let run = 0;
  for (let at = day; at >= first; at = addDays(at, -1)) {
    if (!isMarked(state, at)) return run;
    run += 1;
  }
  return addDays(first, -1) <= day ? run + state.runBefore : 0;
}

/** Keeps the month of a day and the one before it; of older months only how long their last days had been in a row. Never goes back. */
export function keepMonths(state: CheckinState, today: Day): CheckinState {
  const month = monthOf(today);
  if ((state.months.at(-1)?.month ?? '') >= month) return state;
  const before = addMonths(month, -1);
  return {
    ...state,
    months: [marksOf(state, before), marksOf(state, month)],
    runBefore: runEnding(state, addDays(`${before}-01`, -1)),
  };
}

/** Checks a day of the kept months in; `made` adds to what the month's make-ups come to. */
export function markDay(state: CheckinState, day: Day, made: Pick<MonthMarks, 'makeUps' | 'cards'>): CheckinState {
  const month = monthOf(day);
  const months = state.months.map((each) =>
    each.month === month
      ? { month, marks: each.marks | bitOf(day), makeUps: each.makeUps + made.makeUps, cards: each.cards + made.cards }
      : each,
  );
  const lastDay = state.lastDay === null || state.lastDay < day ? day : state.lastDay;
  const next = { ...state, lastDay, months };
  return { ...next, streak: runEnding(next, lastDay) };
}
