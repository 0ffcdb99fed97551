import type { CouponRow } from '@shared/voucher/rows';
import type { BookingReceipt } from '@shared/voucher/booking/contract';
import { openShop, sundayMorningMs, type Answer, type TestShop } from '../../openShop';
import { couponRow } from '../couponRow';

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
/** How many can join on a day at West Lake. */
export const places = 3;

/** Tuesday and Thursday at West Lake, Wednesday at East Gate for one. */
export const slots = [
  { shop: 'west', weekday: 2, start: '14:00', minutes: 40, places },
  { shop: 'west', weekday: 4, start: '14:00', minutes: 40, places },
  { shop: 'east', weekday: 3, start: '10:00', minutes: 40, places: 1 },
];
export const courseRow = couponRow('course', {
  benefit: { kind: 'experience', listedValueFen: 8_800, booked: true },
  perMember: 9,
  sessions: { slots },
});
export const tuesday = 'course:west:2026-11-24T1400';
export const wednesday = 'course:east:2026-11-25T1000';
export const thursday = 'course:west:2026-11-26T1400';
export const tuesdayMs = Date.UTC(2026, 10, 24, 6, 0);

type Documents = Awaited<ReturnType<TestShop['cloud']['data']['find']>>;

/** A shop with a class that has to be booked, and what people do with it. */
export interface Course {
  readonly shop: TestShop;
  readonly apply: (row: CouponRow) => Promise<void>;
  /** Lets somebody join and claim a voucher of the class. */
  readonly holds: (openid: string) => Promise<{ readonly voucherId: string; readonly code: string }>;
  /** Each asks as a phone does; they give the booking's id, `unbooked`, or why not. */
  readonly book: (openid: string, voucherId: string, sessionId: string, key?: string) => Promise<string>;
  readonly move: (openid: string, bookingId: string, sessionId: string, key?: string) => Promise<string>;
  readonly cancel: (openid: string, bookingId: string) => Promise<string>;
  readonly bookings: (filter?: Record<string, unknown>) => Promise<Documents>;
  readonly taken: (sessionId: string) => Promise<Documents>;
  /** Back to Sunday morning, with no voucher out. */
  readonly begin: () => Promise<void>;
  /** What must hold at every instant: a place has one booking that names it, a live booking its place, no session more than it has. */
  readonly agree: () => Promise<void>;
}

/** Opens it. */
export async function openCourse(): Promise<Course> {
  const shop = await openShop();
  let claims = 0;
  const bookings: Course['bookings'] = (filter = {}) => shop.cloud.data.find('bookings', filter, { limit: 1000 });
  const taken: Course['taken'] = (sessionId) => shop.cloud.data.find('sessionPlaces', { sessionId, taken: true }, { limit: 1000 });
  const apply = (row: CouponRow): Promise<void> => applyCoupon(shop, row);
  return {
    shop,
    apply,
    bookings,
    taken,
    async holds(openid) {
      await shop.join(openid);
      claims += 1;
      const key = `claim-${String(claims).padStart(4, '0')}`;
      return (await shop.must(openid, 'member', 'voucher.claim', { key, couponId: 'course' })).voucher;
    },
    book: (openid, voucherId, sessionId, key = 'book-0001') =>
      persist(() => shop.call(openid, 'member', 'booking.book', { key, voucherId, sessionId })),
    move: (openid, bookingId, sessionId, key = 'move-0001') =>
      persist(() => shop.call(openid, 'member', 'booking.move', { key, bookingId, sessionId })),
    cancel: (openid, bookingId) => persist(() => shop.call(openid, 'member', 'booking.cancel', { bookingId })),
    async begin() {
      shop.cloud.clock.setMs(sundayMorningMs);
      await apply(courseRow);
      for (const name of ['bookings', 'sessionPlaces', 'vouchers', 'claims', 'outbox']) await shop.cloud.data.remove(name, {});
    },
    async agree() {
      const all = await bookings();
      await checkPlaces(shop, all);
      await checkReminders(shop, all);
    },
  };
}

async function applyCoupon(shop: TestShop, row: CouponRow): Promise<void> {
  const report = await shop.must('operator-1', 'console', 'store.apply', { section: 'coupons', rows: [row], dryRun: false, firstRow: 0 });
  expect(report.rows).not.toMatchObject([{ result: 'refused' }]);
  // What instances remember of coupons is at most 30 s old.
  shop.cloud.clock.advanceMs(minuteMs);
}

/** Asks again with the same key while the answer is that it was busy. */
async function persist(ask: () => Promise<Answer<BookingReceipt>>): Promise<string> {
  for (let attempt = 0; attempt < 60; attempt += 1) {
    const answer = await ask();
    if (answer.ok) return answer.value.voucher.booking?.bookingId ?? 'unbooked';
    if (answer.refusal.code !== 'busy.tryAgain') return answer.refusal.code;
  }
  return 'busy';
}

async function checkPlaces(shop: TestShop, all: Documents): Promise<void> {
  const live = all.filter(({ state }) => state === 'booked' || state === 'attended');
  const held = await shop.cloud.data.find('sessionPlaces', { taken: true }, { limit: 1000 });
  expect(held.map((place) => `${String(place._id)} ${String(place['bookingId'])}`).sort()).toEqual(
    live.map((each) => `${String(each['placeId'])} ${String(each._id)}`).sort(),
  );
  const most = new Map([
    [tuesday, places],
    [thursday, places],
    [wednesday, 1],
  ]);
  for (const [sessionId, count] of most) {
    expect(held.filter((place) => place['sessionId'] === sessionId).length).toBeLessThanOrEqual(count);
  }
}

async function checkReminders(shop: TestShop, all: Documents): Promise<void> {
  const queued = await shop.cloud.data.find('outbox', { kind: 'bookingReminder', state: 'waiting' }, { limit: 1000 });
  const awaited = all.filter(({ state }) => state === 'booked').map(({ _id }) => `bookingReminder:${String(_id)}`);
  for (const { _id } of queued) expect(awaited).toContain(_id);
}
