import type { Day, Month } from '../kernel/time';

/** One check-in. `_id` = `<member>:<day>`, so a day cannot be paid twice. */
export interface CheckinRecord {
  readonly _id: string;
  readonly memberId: string;
  readonly day: Day;
  readonly month: Month;
  readonly points: number;
  /** The voucher that was given instead of points. */
  readonly voucherId?: string;
  readonly streak: number;
  readonly at: number;
  /** The caller's key of the tap that did it. */
  readonly key: string;
}
