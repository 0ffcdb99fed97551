import type { Language } from '@/platform/types';
import { yuanText } from '@shared/kernel/money';
import type { RefusalArgs } from '@shared/kernel/refusal';
import { clockOf, type Day, dayOf } from '@shared/kernel/time';
import dayjs from 'dayjs';

/** Digits in threes: 2480 → `2,480`. */
export function numberText(value: number): string {
  return String(Math.abs(Math.trunc(value))).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** A change of points with its sign: `+156`, `−600` (a true minus sign). */
export function deltaText(value: number): string {
  return `${value < 0 ? '−' : '+'}${numberText(value)}`;
}

/** Fen as yuan with digits in threes, no currency sign: 1285000 → `12,850.00`. */
export function moneyText(fen: number): string {
  return yuanText(fen).replace(/\B(?=(\d{3})+\.)/g, ',');
}

/** A multiplier in hundredths as people say it: 150 → `1.5`. */
export function timesText(hundredths: number): string {
  return String(hundredths / 100);
}

/** A programme day: `11月21日`, `21 Nov`; with the year when it is not that of `today`. */
export function dayText(day: Day, language: Language, today?: Day): string {
  const withYear = today !== undefined && today.slice(0, 4) !== day.slice(0, 4);
  if (language === 'zh') return dayjs(day).format(withYear ? 'YYYY年M月D日' : 'M月D日');
  return dayjs(day).format(withYear ? 'D MMM YYYY' : 'D MMM');
}

/** An instant (epoch ms) as day and clock in programme time: `11月21日 14:02`. */
export function momentText(atMs: number, offsetMinutes: number, language: Language): string {
  return `${dayText(dayOf(atMs, offsetMinutes), language)} ${clockOf(atMs, offsetMinutes)}`;
}

/** Facts with their days said as people say them: `2026-11-22 14:02` → `11月22日 14:02`, `22 Nov 14:02`. */
export function sayDays(args: RefusalArgs | undefined, language: Language): RefusalArgs {
  const said = Object.entries(args ?? {}).map(([name, fact]) => {
    const found = typeof fact === 'string' ? /^(\d{4}-\d{2}-\d{2})( \d{2}:\d{2})?$/.exec(fact) : null;
    return [name, found?.[1] === undefined ? fact : dayText(found[1], language) + (found[2] ?? '')] as const;
  });
  return Object.fromEntries(said);
}

/** A long number in groups of four, for reading aloud. */
export function groupsOfFour(digits: string): string {
  return digits.replace(/(\d{4})(?=\d)/g, '$1 ');
}

/** What is left of a countdown as `4:12`; never below `0:00`. `leftMs` in ms. */
export function countdownText(leftMs: number): string {
  const seconds = Math.max(0, Math.ceil(leftMs / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
