import * as z from 'zod/mini';
import { slugField } from '../kernel/fields';
import { isDay, minuteMs, startOfDayMs } from '../kernel/time';
import { lineMaxFen, linesMax, orderNoField } from './contract';

/** Purchases that one call of an import carries. */
export const importRowsMax = 50;

const clockPattern = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}):(\d{2})(?::(\d{2}))?$/;

/** The instant of a text `YYYY-MM-DD HH:MM[:SS]` in programme time; null for a text that names none. */
export function parseProgrammeTime(text: string, offsetMinutes: number): number | null {
  const [, day = '', hours = '', minutes = '', seconds = '0'] = clockPattern.exec(text.trim()) ?? [];
  if (!isDay(day) || Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null;
  return startOfDayMs(day, offsetMinutes) + (Number(hours) * 60 + Number(minutes)) * minuteMs + Number(seconds) * 1000;
}

/** One purchase of a file: its lines were gathered by shop and order number. */
export const importRow = z.strictObject({
  card: z.string().check(z.regex(/^9\d{15}$/)),
  shop: slugField,
  orderNo: orderNoField,
  /** When it was taken, programme time. */
  at: z.string().check(z.regex(clockPattern)),
  lines: z
    .array(
      z.strictObject({
        /** A category's or a product's id; empty means the till's first category. */
        item: z.union([slugField, z.literal('')]),
        amountFen: z.int().check(z.gte(-lineMaxFen), z.lte(lineMaxFen)),
      }),
    )
    .check(z.minLength(1), z.maxLength(linesMax)),
});

export type ImportRow = z.infer<typeof importRow>;
