import * as z from 'zod/mini';
import { command } from '../kernel/contract';
import { dayField, keyField } from '../kernel/fields';
import type { Day } from '../kernel/time';
import type { ShiftTotals } from './sumShift';

/** A shift as staff see it. */
export interface ShiftView {
  readonly shiftId: string;
  readonly staffId: string;
  readonly staffName: string;
  readonly day: Day;
  /** Null when nobody opened it: something was done on a day without a shift, and the clock made one. */
  readonly openedAt: number | null;
  readonly closedAt: number | null;
  readonly byClock: boolean;
}

export interface ShiftReport {
  /** Null when no shift was ever opened here; the sums are then of what awaits the first. */
  readonly shift: ShiftView | null;
  readonly totals: ShiftTotals;
  /** What was done since a closed shift and awaits the next; null while one is open. */
  readonly waiting: ShiftTotals | null;
}

/** A shop's day: the shifts that belong to it, what its own machines reported on it, and their sum. */
export interface ShopReport {
  readonly day: Day;
  readonly rows: readonly { readonly shift: ShiftView; readonly totals: ShiftTotals }[];
  /** By key, those that reported anything. */
  readonly machines: readonly { readonly keyId: string; readonly totals: ShiftTotals }[];
  readonly totals: ShiftTotals;
  /** Refunds of what this shop sold, made on that day in other shops: this shop is charged, their drawers paid. */
  readonly elsewhere: { readonly count: number; readonly fen: number };
}

export const shiftStaff = {
  /** Opens the caller's shift at their shop; one at a time. */
  'shift.open': command<ShiftView>()({ input: z.strictObject({ key: keyField }), refusals: ['shift.open'] }),
  /** Closes it, and gives its report. */
  'shift.close': command<ShiftReport>()({ input: z.strictObject({ key: keyField }), refusals: ['shift.none'] }),
  /** The caller's latest shift, derived from its commands; open ones up to now. */
  'shift.report': command<ShiftReport>()({ input: z.strictObject({}), refusals: [] }),
  /** The shop's day, shift by shift; for leads. Without a day: today. */
  'shift.shop': command<ShopReport>()({ input: z.strictObject({ day: z.optional(dayField) }), refusals: [] }),
};
