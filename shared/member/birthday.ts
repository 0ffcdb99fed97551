import { addDays, type Day } from '../kernel/time';

const ageMinYears = 14;
const ageMaxYears = 120;
const yearDays = 365;

/** Whether a day can be a member's birthday: 14 to 120 years before today (younger people need a guardian). */
export function isBirthday(day: Day, today: Day): boolean {
  return yearsBefore(today, ageMaxYears) <= day && day <= yearsBefore(today, ageMinYears);
}

/** From which day a birthday may be changed again: a year after it was last changed; null when it may be now. */
export function birthdayChangeableOn(changedOn: Day | null, today: Day): Day | null {
  if (changedOn === null) return null;
  const on = addDays(changedOn, yearDays);
  return on <= today ? null : on;
}

function yearsBefore(day: Day, years: number): Day {
  // The text comparison of days makes a 29 February that does not exist harmless: it sorts after the 28th and before March.
  return `${String(Number(day.slice(0, 4)) - years).padStart(4, '0')}${day.slice(4)}`;
}
