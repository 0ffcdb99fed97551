import { clockOf, dayOf, isoWeekday, type Day } from '@shared/kernel/time';
import { dayText } from '@/copy/format';
import type { Speech } from '@/copy/useSpeech';

interface Span {
  readonly startsAt: number;
  readonly endsAt: number;
}

/** From when to when, as clock times: `14:00 – 14:40`. */
export function spanText({ startsAt, endsAt }: Span, offsetMinutes: number, { copy }: Speech): string {
  return copy.booking.span(clockOf(startsAt, offsetMinutes), clockOf(endsAt, offsetMinutes));
}

/** A day's weekday: `周二`. */
export function weekdayName(day: Day, { copy }: Speech): string {
  return copy.voucher.weekdayNames[isoWeekday(day) - 1] ?? '';
}

/** When a session begins: `11月24日 周二 14:00`. */
export function startText({ startsAt }: Pick<Span, 'startsAt'>, offsetMinutes: number, speech: Speech): string {
  const day = dayOf(startsAt, offsetMinutes);
  const named = speech.copy.booking.dayOf(dayText(day, speech.language), weekdayName(day, speech));
  return `${named} ${clockOf(startsAt, offsetMinutes)}`;
}

/** When a session is: `11月24日 周二 14:00 – 14:40`. */
export function sessionText(span: Span, offsetMinutes: number, speech: Speech): string {
  return speech.copy.booking.span(startText(span, offsetMinutes, speech), clockOf(span.endsAt, offsetMinutes));
}
