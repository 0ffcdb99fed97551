import * as z from 'zod/mini';
import type { Bilingual } from '../kernel/bilingual';
import { command } from '../kernel/contract';
import { keyField, monthField } from '../kernel/fields';
import type { Day, Month } from '../kernel/time';

/** How check-in stands today. */
export interface CheckinView {
  readonly today: Day;
  readonly doneToday: boolean;
  /** Days in a row, today's included once done. */
  readonly streak: number;
  /** Place on the ladder (1 … ladder length) of today's check-in, done or still to do. */
  readonly ladderDay: number;
  /** Points for each day of the ladder. */
  readonly ladder: readonly number[];
  /** Whether the ladder's last day gives a voucher instead. */
  readonly endsInVoucher: boolean;
}

export interface CheckinReceipt {
  readonly day: Day;
  readonly points: number;
  /** The voucher it gave instead of points, by its coupon's name. */
  readonly voucher: Bilingual | null;
  readonly checkin: CheckinView;
  /** Points available afterwards. */
  readonly available: number;
  readonly debt: number;
}

export interface CheckinMonth {
  readonly month: Month;
  readonly today: Day;
  readonly days: readonly { readonly day: Day; readonly points: number }[];
}

export const checkinMember = {
  'checkin.perform': command<CheckinReceipt>()({
    input: z.strictObject({ key: keyField }),
    refusals: ['member.unknown', 'checkin.done'],
  }),
  /** The days checked in of one month. */
  'checkin.calendar': command<CheckinMonth>()({
    input: z.strictObject({ month: monthField }),
    refusals: ['member.unknown'],
  }),
};
