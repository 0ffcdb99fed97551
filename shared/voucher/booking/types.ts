import type { Day } from '../../kernel/time';

/** When an experience takes place at a shop: every week on a day, or once on a date. `start` is `HH:MM` of programme time. */
export interface Slot {
  readonly shopId: string;
  readonly on: { readonly weekday: number } | { readonly day: Day };
  readonly start: string;
  readonly minutes: number;
  /**
   * How many can come; a dated slot with 0 calls the session of that shop, day and time off: whoever booked it is freed and told. Fewer
   * places than before, or a slot that is gone, leave what was booked as it is.
   */
  readonly places: number;
}

/**
 * The sessions of a coupon that is used with a booking. It may change while vouchers are out (what was booked keeps its time, unless a
 * slot calls its session off); whether a booking is needed at all is part of the benefit and stays.
 */
export interface Timetable {
  /** Booking opens so many days before a session's day. */
  readonly opensDays: number;
  /** For tiers with early access it opens so many days earlier still. */
  readonly earlyAccessDays: number;
  /** Until so many hours before a session one can book it, move away from it or cancel it. */
  readonly closesHours: number;
  /** Staff redeem from so many minutes before the start … */
  readonly earlyMinutes: number;
  /** … to so many after it; then the booking has been missed. */
  readonly lateMinutes: number;
  readonly slots: readonly Slot[];
}

/** One session: a slot on a day. `_id` = `<coupon>:<shop>:<day>T<HHMM>`. */
export interface Session {
  readonly sessionId: string;
  readonly shopId: string;
  readonly day: Day;
  /** Epoch ms. */
  readonly startsAt: number;
  readonly endsAt: number;
  readonly places: number;
}

/** One numbered place of a session. `_id` = `<session>#<n>`: two can never have it. It is written when it is first taken. */
export interface SessionPlace {
  readonly _id: string;
  readonly sessionId: string;
  readonly couponId: string;
  readonly startsAt: number;
  readonly taken: boolean;
  /** Who has it, or had it last. */
  readonly bookingId: string;
}

/** What a voucher knows of its booking; that it has been missed is told by time. */
export interface VoucherBooking {
  readonly bookingId: string;
  readonly sessionId: string;
  readonly shopId: string;
  readonly startsAt: number;
  readonly endsAt: number;
  /** The shop called the session off; nothing is booked. */
  readonly calledOff?: true;
}

/** States that are written; `missed` is told by time: booked, and the time to arrive is over. */
export type BookingState = 'booked' | 'moved' | 'cancelled' | 'calledOff' | 'attended';

/** A booked session. `_id` = `<member>:<key of the tap>`; a moved booking is followed by another. */
export interface Booking {
  readonly _id: string;
  readonly voucherId: string;
  readonly couponId: string;
  readonly memberId: string;
  readonly sessionId: string;
  readonly placeId: string;
  readonly shopId: string;
  readonly day: Day;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly state: BookingState;
  /** The booking it was moved from. */
  readonly movedFrom: string | null;
  /** Where and by whom the arrival was registered. */
  readonly arrival?: { readonly at: number; readonly staffId: string; readonly device: string };
  /** Everything that became of it, oldest first; `by` is a member id, a staff id, or what took the voucher away. */
  readonly steps: readonly { readonly state: BookingState; readonly at: number; readonly by: string }[];
}
