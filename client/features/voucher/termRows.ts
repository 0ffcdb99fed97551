import type { CouponTerms } from '@shared/voucher/view';
import type { Speech } from '@/copy/useSpeech';

/** When a voucher can be used, as one line: weekdays and hours, or what was booked. */
export function whenText({ weekdays, hours, benefit }: CouponTerms, { copy }: Speech): string {
  if (benefit.kind === 'experience' && benefit.booked) return copy.booking.byBooking;
  const words = copy.voucher;
  const names = weekdays.map((weekday) => words.weekdayNames[weekday - 1] ?? '').join(copy.house.comma);
  const days = weekdays.length === 0 ? words.everyDay : words.weekdays(names);
  return hours === null ? days : `${days} ${words.hours(hours.from, hours.to)}`;
}

/** Where: names of shops, or every shop. */
export function whereText({ shopNames }: CouponTerms, { copy, say }: Speech): string {
  return shopNames.length === 0 ? copy.house.everyShop : shopNames.map(say).join(copy.house.comma);
}
