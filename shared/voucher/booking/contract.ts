import * as z from 'zod/mini';
import type { Bilingual } from '../../kernel/bilingual';
import { command } from '../../kernel/contract';
import { cursorField, dayField, keyField } from '../../kernel/fields';
import type { Day } from '../../kernel/time';
import type { VoucherView } from '../view';
import type { BookingRow, BookingStanding } from './view';

/** A session that can be booked, or would be if it were not full. */
export interface SessionView {
  readonly sessionId: string;
  readonly shopId: string;
  readonly day: Day;
  readonly startsAt: number;
  readonly endsAt: number;
  /** Places left; 0: full. */
  readonly left: number;
}

/** Tiers for which booking opens earlier. */
export interface EarlyAccess {
  readonly days: number;
  readonly tiers: readonly Bilingual[];
  /** Whether the member's own is one of them. */
  readonly mine: boolean;
}

/** When and where a voucher can be booked, and the rules that go with it. */
export interface SessionList {
  readonly name: Bilingual;
  readonly shops: readonly { readonly shopId: string; readonly name: Bilingual }[];
  readonly sessions: readonly SessionView[];
  /** What is booked now; null: nothing. */
  readonly booked: { readonly bookingId: string; readonly sessionId: string } | null;
  /** So many days ahead the caller sees sessions. */
  readonly opensDays: number;
  /** Null: booking opens for everybody at once. */
  readonly early: EarlyAccess | null;
  readonly closesHours: number;
  readonly earlyMinutes: number;
  readonly lateMinutes: number;
}

export interface BookingReceipt {
  readonly voucher: VoucherView;
}

export interface BookingPage {
  readonly bookings: readonly BookingRow[];
  readonly next: string | null;
}

/** A booking as the shop sees it. */
export interface ShopBooking {
  readonly bookingId: string;
  readonly standing: BookingStanding;
  readonly name: Bilingual;
  readonly startsAt: number;
  readonly endsAt: number;
  /** Who comes: what they are called, and the last four digits of their card. */
  readonly nickname: string;
  readonly cardTail: string;
}

export interface ShopBookingPage {
  readonly bookings: readonly ShopBooking[];
  readonly next: string | null;
}

const bookingIdField = z.string().check(z.minLength(3), z.maxLength(160));
const sessionIdField = z.string().check(z.regex(/^[0-9A-Za-z_-]{1,32}:[0-9A-Za-z_-]{1,32}:\d{4}-\d{2}-\d{2}T\d{4}$/));
const voucherIdField = z.string().check(z.minLength(3), z.maxLength(160));

const bookRefusals = [
  'member.unknown',
  'voucher.unknown',
  'booking.notUsable',
  'booking.walkIn',
  'booking.already',
  'booking.paused',
  'booking.noSession',
  'booking.shopClosed',
  'booking.outside',
  'booking.notOpen',
  'booking.closed',
  'booking.full',
  'key.reused',
] as const;
const changeRefusals = ['booking.unknown', 'booking.over', 'booking.fixed'] as const;

export const bookingMember = {
  /** The sessions that a voucher can be booked for, with the places left. */
  'booking.sessions': command<SessionList>()({
    input: z.strictObject({ voucherId: voucherIdField }),
    refusals: ['member.unknown', 'voucher.unknown', 'booking.walkIn', 'booking.paused'],
  }),
  /** Books a session with a voucher, once a tap. */
  'booking.book': command<BookingReceipt>()({
    input: z.strictObject({ key: keyField, voucherId: voucherIdField, sessionId: sessionIdField }),
    refusals: bookRefusals,
  }),
  /** Books another session instead, in one step: what was booked stays where the other cannot be had. */
  'booking.move': command<BookingReceipt>()({
    input: z.strictObject({ key: keyField, bookingId: bookingIdField, sessionId: sessionIdField }),
    refusals: [...bookRefusals, ...changeRefusals],
  }),
  /** Gives the place back; cancelling again changes nothing. */
  'booking.cancel': command<BookingReceipt>()({
    input: z.strictObject({ bookingId: bookingIdField }),
    refusals: ['member.unknown', ...changeRefusals],
  }),
  /** The caller's bookings, the latest session first. */
  'booking.mine': command<BookingPage>()({
    input: z.strictObject({ cursor: z.optional(cursorField) }),
    refusals: ['member.unknown'],
  }),
};

export const bookingStaff = {
  /** Who comes to the caller's shop on a day (today when none is named), by time. */
  'booking.ofDay': command<ShopBookingPage>()({
    input: z.strictObject({ day: z.optional(dayField), cursor: z.optional(cursorField) }),
    refusals: [],
  }),
};
