import type { Day } from '../kernel/time';

/** The languages a message can be written in. */
export const messageLanguages = ['zh', 'en'] as const;
export type MessageLanguage = (typeof messageLanguages)[number];

const monthsEn = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** A day as people say it: `11月21日`, `21 Nov`. */
export function dayWords(day: Day, language: MessageLanguage): string {
  const [, month = 1, date = 1] = day.split('-').map(Number);
  return language === 'zh' ? `${month}月${date}日` : `${date} ${monthsEn[month - 1] ?? ''}`;
}

/** A day as the platform's date fields take it, in either language: `2026年11月21日`. */
export function clockless(day: Day): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
