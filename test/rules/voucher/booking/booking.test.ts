import fc from 'fast-check';
import { addDays, isoWeekday, minuteMs } from '@shared/kernel/time';
import { calledOffSessions, withoutSession } from '@shared/voucher/booking/calledOff';
import { choosePlace } from '@shared/voucher/booking/choosePlace';
import { decideBooking, judgeChange } from '@shared/voucher/booking/decideBooking';
import { judgeArrival } from '@shared/voucher/booking/judgeArrival';
import { newBooking, withBookingStep } from '@shared/voucher/booking/bookingSteps';
import { findSession, sessionsBetween } from '@shared/voucher/booking/sessions';
import type { Slot } from '@shared/voucher/booking/types';
import { judgeVisit } from '@shared/voucher/decideCounterUse';
import { freeCopy, issueCopy } from '@shared/voucher/issueCopy';
import { couponRow as couponRowSchema } from '@shared/voucher/rows';
import type { Coupon, Voucher } from '@shared/voucher/types';
import { couponRow } from '../../../usecases/voucher/couponRow';
import { cashCoupon } from '../cashCoupon';

/** 22 November 2026 is a Sunday; 10:00 of programme time. */
const sundayMorning = Date.UTC(2026, 10, 22, 2, 0);
const today = '2026-11-22';
const hourMs = 60 * minuteMs;
const west = { _id: 'west', name: { zh: '西湖店', en: 'West Lake' }, active: true };
const east = { _id: 'east', name: { zh: '东门店', en: 'East Gate' }, active: false };
const shops = new Map([west, east].map((shop) => [shop._id, shop]));
const tuesday: Slot = { shopId: 'west', on: { weekday: 2 }, start: '14:00', minutes: 40, places: 3 };
const benefit = { kind: 'experience', listedValueFen: 8_800, booked: true } as const;

function course(slots: readonly Slot[], changes: Partial<Coupon> = {}): Coupon {
  return cashCoupon({
    benefit,
    sessions: { opensDays: 14, earlyAccessDays: 2, closesHours: 2, earlyMinutes: 30, lateMinutes: 15, slots },
    ...changes,
  });
}

function held(changes: Partial<Voucher> = {}): Voucher {
  const to = { memberId: 'anna', accountId: 'anna', source: 'claim:k', code: '7', at: sundayMorning, today };
  return { ...issueCopy(freeCopy('v', 'c'), course([]), to), ...changes };
}

const slots = fc.array(
  fc.record({
    shopId: fc.constantFrom('west', 'east'),
    on: fc.oneof(
      fc.record({ weekday: fc.integer({ min: 1, max: 7 }) }),
      fc.record({ day: fc.integer({ min: 0, max: 20 }).map((count) => addDays(today, count)) }),
    ),
    start: fc.constantFrom('00:00', '09:30', '14:00', '23:45'),
    minutes: fc.integer({ min: 5, max: 600 }),
    places: fc.integer({ min: 0, max: 4 }),
  }),
  { maxLength: 12 },
);

test('a day has its dated slots and those weekly ones that none of them replaces; each is found again by its name, and no other is', () => {
  fc.assert(
    fc.property(slots, (rows) => {
      const key = ({ shopId, on, start }: Slot): string => `${shopId} ${'day' in on ? on.day : on.weekday} ${start}`;
      const apart = rows.filter((row, index) => rows.findIndex((each) => key(each) === key(row)) === index);
      const coupon = course(apart);
      const found = sessionsBetween(coupon, today, addDays(today, 20), 480);
      for (let count = 0; count <= 20; count += 1) {
        const day = addDays(today, count);
        for (const [shopId, start] of ['west', 'east'].flatMap((shop) => ['00:00', '09:30', '14:00', '23:45'].map((at) => [shop, at]))) {
          const here = apart.filter((slot) => slot.shopId === shopId && slot.start === start);
          const dated = here.find(({ on }) => 'day' in on && on.day === day);
          const places = (dated ?? here.find(({ on }) => 'weekday' in on && on.weekday === isoWeekday(day)))?.places ?? 0;
          const sessionId = `${coupon._id}:${shopId}:${day}T${start?.replace(':', '')}`;
          expect(findSession(coupon, sessionId, 480)?.places ?? 0).toBe(places);
          expect(found.filter((session) => session.sessionId === sessionId)).toHaveLength(places > 0 ? 1 : 0);
        }
      }
      expect(findSession(coupon, `${coupon._id}:west:${today}T1111`, 480)).toBeNull();
      expect(findSession({ ...coupon, _id: 'other' }, found[0]?.sessionId ?? `x:west:${today}T0000`, 480)).toBeNull();
    }),
    { numRuns: process.env['LANTERN_PROVE'] === '1' ? 1000 : 60 },
  );
});

test('whoever comes gets a place nobody has, until as many are taken as there are, also where there once were more', () => {
  const [session] = sessionsBetween(course([tuesday]), today, addDays(today, 6), 480);
  if (session === undefined) throw new Error('No session');
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9 }),
      fc.uniqueArray(fc.integer({ min: 1, max: 12 })),
      fc.noShrink(fc.double({ min: 0, max: 0.999, noNaN: true })),
      (places, numbers, chance) => {
        const taken = numbers.map((n) => ({ _id: `${session.sessionId}#${n}` }));
        const chosen = choosePlace({ ...session, places }, taken, chance);
        expect(chosen === null).toBe(numbers.length >= places);
        if (chosen === null) return;
        expect(taken.map(({ _id }) => _id)).not.toContain(chosen);
        const n = Number(chosen.split('#')[1]);
        expect(n >= 1 && n <= places).toBe(true);
      },
    ),
  );
});

function booked(coupon: Coupon, at: number, voucher: Partial<Voucher> = {}, day = '2026-11-24', shopId = 'west', early = false): string {
  const session = findSession(coupon, `${coupon._id}:${shopId}:${day}T1400`, 480);
  const decided = decideBooking(held(voucher), coupon, { memberId: 'anna', session, at, today, early, shops });
  return decided.ok ? 'booked' : `${decided.refusal.code} ${JSON.stringify(decided.refusal.args ?? {})}`;
}

test('a session is booked while it is open, at a shop that is, by somebody whose voucher lives then', () => {
  const coupon = course([tuesday, { ...tuesday, shopId: 'east' }]);
  const starts = Date.UTC(2026, 10, 24, 6, 0);
  expect(booked(coupon, starts - 2 * hourMs)).toBe('booked');
  expect(booked(coupon, starts - 2 * hourMs + 1)).toBe('booking.closed {"hours":2}');
  expect(booked(coupon, sundayMorning, {}, '2026-12-08')).toBe('booking.notOpen {"on":"2026-11-24"}');
  expect(booked(coupon, sundayMorning, {}, '2026-12-08', 'west', true)).toBe('booked');
  expect(booked(coupon, sundayMorning, {}, '2026-12-15', 'west', true)).toBe('booking.notOpen {"on":"2026-11-29"}');
  expect(booked(coupon, sundayMorning, { endsOn: '2026-11-23' })).toBe('booking.outside {"from":"2026-11-22","to":"2026-11-23"}');
  expect(booked(coupon, sundayMorning, { startsOn: '2026-11-24' })).toBe('booked');
  expect(booked(coupon, sundayMorning, {}, '2026-11-24', 'east')).toBe('booking.shopClosed {}');
  expect(booked(coupon, sundayMorning, {}, '2026-11-25')).toBe('booking.noSession {}');
  expect(booked(course([tuesday], { active: false }), sundayMorning)).toBe('booking.paused {}');
  expect(booked(cashCoupon({ benefit: { ...benefit, booked: false } }), sundayMorning)).toBe('booking.walkIn {}');
  expect(booked(coupon, sundayMorning, { endsOn: '2026-11-21' })).toBe('booking.notUsable {}');
  expect(booked(coupon, sundayMorning, { memberId: 'ben' })).toBe('voucher.unknown {}');
});

const booking = { bookingId: 'b', sessionId: 's', shopId: 'west', startsAt: sundayMorning, endsAt: sundayMorning + hourMs };

test('a voucher whose session is called off lives a week beyond it, to the next session where that is later, and never shorter', () => {
  const end = (slots: readonly Slot[], endsOn: string): string | undefined =>
    withoutSession({ ...held({ endsOn }), booking }, course(slots), '2026-11-24', 480).endsOn;
  expect(end([tuesday], '2026-11-25')).toBe('2026-12-01');
  expect(end([], '2026-11-25')).toBe('2026-12-01');
  expect(end([{ ...tuesday, on: { day: '2026-12-20' } }], '2026-11-25')).toBe('2026-12-20');
  expect(end([{ ...tuesday, on: { day: '2027-01-20' } }], '2026-11-25')).toBe('2026-12-01');
  expect(end([tuesday], '2027-03-01')).toBe('2027-03-01');
  const off = { ...tuesday, on: { day: '2026-11-24' }, places: 0 };
  expect(calledOffSessions(course([tuesday, off, { ...off, on: { weekday: 3 } }]), today)).toEqual(['ten:west:2026-11-24T1400']);
  expect(calledOffSessions(course([off]), '2026-11-25')).toEqual([]);
});

test('one live booking a voucher: a second one is refused until the first was missed', () => {
  const coupon = course([tuesday]);
  expect(booked(coupon, sundayMorning + 15 * minuteMs, { booking })).toBe('booking.already {}');
  expect(booked(coupon, sundayMorning + 15 * minuteMs + 1, { booking })).toBe('booked');
});

test('staff redeem from early to late, at the booked shop only; without a booking not at all, and a walk-in voucher as ever', () => {
  const arrives = (minutes: number, voucher: Partial<Voucher> = { booking }, shopId = 'west'): string => {
    const here = { at: sundayMorning + minutes * minuteMs, offsetMinutes: 480, shopId, shops, quoteId: null };
    const judged = judgeArrival(held(voucher), course([tuesday]), here);
    return judged.ok ? 'here' : `${judged.refusal.code} ${JSON.stringify(judged.refusal.args ?? {})}`;
  };
  expect([-30, 0, 15].map((minutes) => arrives(minutes))).toEqual(['here', 'here', 'here']);
  expect(arrives(-31)).toBe('booking.tooEarly {"at":"2026-11-22 10:00","from":"2026-11-22 09:30"}');
  expect(arrives(16)).toBe('booking.missed {"at":"2026-11-22 10:00","minutes":15}');
  expect(arrives(0, { booking }, 'east')).toBe('booking.otherShop {"at":"2026-11-22 10:00","shopZh":"西湖店","shopEn":"West Lake"}');
  expect(arrives(0, {})).toBe('booking.needed {}');
  const here = { at: sundayMorning, offsetMinutes: 480, shopId: 'west', shops, quoteId: null };
  expect(judgeArrival(held(), cashCoupon(), here).ok).toBe(true);
});

test('who comes to a session around midnight uses a voucher whose days are those of the session', () => {
  const startsAt = sundayMorning + 13 * hourMs + 55 * minuteMs;
  const late = { ...booking, startsAt, endsAt: startsAt + hourMs };
  const comes = (at: number, voucher: Partial<Voucher>): string => {
    const judged = judgeVisit(held(voucher), course([tuesday]), { at, offsetMinutes: 480, shopId: 'west', shops, quoteId: null });
    return judged.ok ? 'here' : judged.refusal.code;
  };
  expect(comes(startsAt + 10 * minuteMs, { endsOn: today, booking: late })).toBe('here');
  expect(comes(startsAt + 16 * minuteMs, { endsOn: today, booking: late })).toBe('voucher.lapsed');
  const early = { ...late, startsAt: startsAt + 10 * minuteMs };
  expect(comes(startsAt, { startsOn: '2026-11-23', booking: early })).toBe('here');
  expect(comes(startsAt, { startsOn: '2026-11-23' })).toBe('voucher.early');
});

test('a booking is changed by its own member, until it closes, once', () => {
  const coupon = course([tuesday]);
  const [session] = sessionsBetween(coupon, today, addDays(today, 6), 480);
  if (session === undefined) throw new Error('No session');
  const ids = { _id: 'anna:k', voucherId: 'v', couponId: 'c', memberId: 'anna', placeId: `${session.sessionId}#1`, movedFrom: null };
  const made = newBooking(ids, session, sundayMorning);
  const verdict = (booking: typeof made | null, memberId: string, at: number): string => {
    const judged = judgeChange(booking, coupon, { memberId, at });
    return judged.ok ? 'yes' : judged.refusal.code;
  };
  expect(verdict(made, 'anna', session.startsAt - 2 * hourMs)).toBe('yes');
  expect(verdict(made, 'anna', session.startsAt - 2 * hourMs + 1)).toBe('booking.fixed');
  expect(verdict(made, 'ben', sundayMorning)).toBe('booking.unknown');
  expect(verdict(null, 'anna', sundayMorning)).toBe('booking.unknown');
  const cancelled = withBookingStep(made, 'cancelled', { at: sundayMorning, by: 'anna' });
  expect(verdict(cancelled, 'anna', sundayMorning)).toBe('booking.over');
  expect(() => withBookingStep(cancelled, 'attended', { at: sundayMorning, by: 'qing' })).toThrow('cancelled');
});

test('a row needs sessions just where it is booked, and they alone say when and where within its shops', () => {
  const slot = { shop: 'west', weekday: 2, start: '14:00', minutes: 40, places: 3 };
  const accepted = (changes: object): boolean => couponRowSchema.safeParse({ ...couponRow('course'), ...changes }).success;
  expect(accepted({ benefit, sessions: { slots: [slot] } })).toBe(true);
  expect(accepted({ benefit })).toBe(false);
  expect(accepted({ sessions: { slots: [slot] } })).toBe(false);
  expect(accepted({ benefit, sessions: { slots: [slot] }, weekdays: [2] })).toBe(false);
  expect(accepted({ benefit, sessions: { slots: [slot] }, shops: ['east'] })).toBe(false);
  expect(accepted({ benefit, sessions: { slots: [slot, slot] } })).toBe(false);
  expect(accepted({ benefit, sessions: { slots: [slot, { ...slot, weekday: 3 }] } })).toBe(true);
});
