import { addMonths, type Day } from '@shared/kernel/time';
import type { Profile } from '@shared/member/contract';
import type { ProfileChange } from './useProfile';

const youngestMonths = 14 * 12;
const oldestMonths = 120 * 12;
const goodNickname = /^\S(?:.{0,18}\S)?$/u;

const monthsBefore = (today: Day, months: number): Day => `${addMonths(today.slice(0, 7), -months)}${today.slice(7)}`;

/** The days between which a birthday can lie: members are 14 or older. */
export function birthdayRange(today: Day): { readonly earliest: Day; readonly latest: Day } {
  return { earliest: monthsBefore(today, oldestMonths), latest: monthsBefore(today, youngestMonths) };
}

/** Whether a nickname can be saved: 1 to 20 characters without blanks at its ends. */
export function isNickname(text: string): boolean {
  return goodNickname.test(text);
}

/** What differs between the form and what is saved; empty fields change nothing. */
export function changeOf(profile: Profile, nickname: string, birthday: string): ProfileChange {
  return {
    ...(nickname === '' || nickname === profile.nickname ? {} : { nickname }),
    ...(birthday === '' || birthday === profile.birthday ? {} : { birthday }),
  };
}
