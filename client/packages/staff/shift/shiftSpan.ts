import type { ShiftView } from '@shared/purchase/shiftContract';
import type { StaffView } from '@shared/store/contract';
import { momentText } from '@/copy/format';
import type { Speech } from '@/copy/useSpeech';

/** From when to when, and how it ended. */
export function shiftSpan(shift: ShiftView, { offsetMinutes }: StaffView, { copy, language }: Speech): string {
  const words = copy.shift;
  const at = (when: number): string => momentText(when, offsetMinutes, language);
  const began = shift.openedAt === null ? words.nobody : words.since(at(shift.openedAt));
  const ended =
    shift.closedAt === null || shift.openedAt === null ? null : shift.byClock ? words.byClock : words.closedAt(at(shift.closedAt));
  return ended === null ? began : `${began} · ${ended}`;
}
