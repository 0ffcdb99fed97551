import { addDays, dayNumber, monthOf, type Day } from '../kernel/time';

/** A gift comes at most once in so many days, whatever happens to the birthday in between; the same date is never nearer. */
const giftEveryDays = 365;
const leapDate = '02-29';

/** The month and date of a day: what birthdays are looked up by. */
export function monthDayOf(day: Day): string {
  return day.slice(5);
}

/** Which birthdays are kept on a day: its own date, and on the last of a short February those of the 29th too. */
export function birthdaysKeptOn(day: Day): readonly string[] {
  const endsShortFebruary = monthDayOf(day) === '02-28' && monthOf(addDays(day, 1)) !== monthOf(day);
  return endsShortFebruary ? [monthDayOf(day), leapDate] : [monthDayOf(day)];
}

/**
 * Whether the gift of a birthday kept on `day` is due: the birthday is still that date, and the gift before lies a year back. A birthday
 * that was changed, or given anew, therefore never brings a second gift within the year.
 */
export function birthdayGiftDue(member: { readonly birthday: Day | null; readonly birthdayGiftOn: Day | null }, day: Day): boolean {
  if (member.birthday === null || !birthdaysKeptOn(day).includes(monthDayOf(member.birthday))) return false;
  return member.birthdayGiftOn === null || dayNumber(day) - dayNumber(member.birthdayGiftOn) >= giftEveryDays;
}
