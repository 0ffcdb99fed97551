import * as z from 'zod/mini';
import { dayField, slugField } from '../../kernel/fields';
import type { Timetable } from './types';

/** The `sessions` of a coupon's row: a weekly or dated slot each, and settings that have defaults. */

const slotsMax = 60;
const placesMax = 200;
/** With the most slots a month ahead is some three hundred sessions: what a phone is shown at once. */
const opensDaysMax = 31;
const earlyAccessDaysMax = 7;

const startField = z.string().check(z.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/));
const slotFields = {
  shop: slugField,
  start: startField,
  minutes: z.int().check(z.gte(5), z.lte(600)),
  places: z.int().check(z.gte(0), z.lte(placesMax)),
};
const slotField = z.union([
  z.strictObject({ ...slotFields, weekday: z.int().check(z.gte(1), z.lte(7)) }),
  z.strictObject({ ...slotFields, day: dayField }),
]);

export const timetableField = z.strictObject({
  opensDays: z.optional(z.int().check(z.gte(1), z.lte(opensDaysMax))),
  earlyAccessDays: z.optional(z.int().check(z.gte(0), z.lte(earlyAccessDaysMax))),
  closesHours: z.optional(z.int().check(z.gte(0), z.lte(168))),
  earlyMinutes: z.optional(z.int().check(z.gte(0), z.lte(240))),
  lateMinutes: z.optional(z.int().check(z.gte(0), z.lte(240))),
  slots: z.array(slotField).check(z.minLength(1), z.maxLength(slotsMax), z.refine(areApart)),
});

type TimetableRow = z.infer<typeof timetableField>;

/** A shop's session has one name, its day and start: two rows must not make the same one. */
function areApart(slots: readonly z.infer<typeof slotField>[]): boolean {
  const names = slots.map((slot) => `${slot.shop} ${'day' in slot ? slot.day : slot.weekday} ${slot.start}`);
  return new Set(names).size === names.length;
}

/**
 * The timetable that a row says. Where it says nothing: two weeks ahead, two days more for tiers with early access, until two hours before,
 * from 30 minutes early to 15 late.
 */
export function timetableOf({ slots, ...row }: TimetableRow): Timetable {
  const { opensDays = 14, earlyAccessDays = 2, closesHours = 2, earlyMinutes = 30, lateMinutes = 15 } = row;
  return {
    opensDays,
    earlyAccessDays,
    closesHours,
    earlyMinutes,
    lateMinutes,
    slots: slots.map((slot) => {
      const { shop: shopId, start, minutes, places } = slot;
      return { shopId, on: 'day' in slot ? { day: slot.day } : { weekday: slot.weekday }, start, minutes, places };
    }),
  };
}
