import type { Bilingual } from '../kernel/bilingual';
import { isDay, type Day } from '../kernel/time';
import { birthdaysKeptOn } from '../member/birthdayGift';
import type { OccasionGift } from '../tier/types';

/** A day on which every member is greeted. `_id` is its id from the file. */
export interface Festival {
  readonly _id: string;
  /** `MM-DD`: every year (the 29th of February is kept on the 28th in short ones). `YYYY-MM-DD`: for days that move with the moon. */
  readonly date: string;
  readonly name: Bilingual;
  /** The greeting, whole sentences. */
  readonly words: Bilingual;
  readonly gift: OccasionGift;
  readonly active: boolean;
}

const leapYear = '2028';

/** Whether a text says when a festival is: a day, or a month and date that some year has. */
export function isFestivalDate(text: string): boolean {
  return isDay(text) || isDay(`${leapYear}-${text}`);
}

/** The festivals kept on a day, in the order given. */
export function festivalsOn(festivals: readonly Festival[], day: Day): readonly Festival[] {
  const kept = [day, ...birthdaysKeptOn(day)];
  return festivals.filter(({ active, date }) => active && kept.includes(date));
}
