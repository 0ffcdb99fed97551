import type { CouponTerms } from '@shared/voucher/view';
import type { Speech } from '@/copy/useSpeech';

/** When a voucher can be used, as one line: weekdays and hours. */
export function whenText({ weekdays, hours }: CouponTerms, { copy }: Speech): string {
  const words = copy.voucher;
  const names = weekdays.map((weekday) => words.weekdayNames[weekday - 1] ?? '').join(copy.house.comma);
  const days = weekdays.length === 0 ? words.everyDay : words.weekdays(names);
  return hours === null ? days : `${days} ${words.hours(hours.from, hours.to)}`;
}

/** Where: names of shops, or every shop. */
export function whereText({ shopNames }: CouponTerms, { copy, say }: Speech): string {
  return shopNames.length === 0 ? copy.house.everyShop : shopNames.map(say).join(copy.house.comma);
}
