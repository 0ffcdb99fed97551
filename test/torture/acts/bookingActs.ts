import { addDays, clockOf, dayOf } from '@shared/kernel/time';
import type { VoucherView } from '@shared/voucher/view';
import { classRow, someStart, type CalledOff } from '../classRows';
import { keep } from '../keep';
import type { Act, Seat } from '../seat';

const offsetMinutes = 480;
const booked: readonly string[] = ['class', 'course'];

async function claim({ say, key }: Seat): Promise<void> {
  await say('member', 'voucher.claim', { key: key(), couponId: 'class' });
}

function remember({ arena, openid }: Seat, view: VoucherView | undefined): void {
  if (view?.booking != null) keep(arena.seen.bookings, { booking: view.booking, code: view.code, voucherId: view.voucherId, openid });
}

/** Books one of the next sessions, which others want too; what is booked already is moved there. Sometimes by two taps at once. */
async function book(seat: Seat): Promise<void> {
  const { say, key, pick, random, between } = seat;
  const wallet = await say('member', 'voucher.mine', { tab: 'usable' });
  const mine = pick(wallet?.vouchers.filter(({ terms }) => booked.includes(terms.couponId)) ?? []);
  if (mine === undefined) return claim(seat);
  const { voucherId } = mine;
  const list = await say('member', 'booking.sessions', { voucherId });
  const some = (): string => list?.sessions[between(0, Math.min(random() < 0.6 ? 1 : 7, list.sessions.length - 1))]?.sessionId ?? '';
  if (list === null || list.sessions.length === 0) return;
  const { booked: now } = list;
  const take = (sessionId: string): ReturnType<typeof say<'member', 'booking.book'>> =>
    now === null
      ? say('member', 'booking.book', { key: key(), voucherId, sessionId })
      : say('member', 'booking.move', { key: key(), bookingId: now.bookingId, sessionId });
  const receipts = await Promise.all([take(some()), random() < 0.2 ? take(some()) : null]);
  for (const receipt of receipts) remember(seat, receipt?.voucher);
}

async function cancel({ say, pick, random }: Seat): Promise<void> {
  const list = await say('member', 'booking.mine', {});
  const live = list?.bookings.filter(({ standing }) => standing === 'booked') ?? [];
  const one = pick(random() < 0.9 ? live : (list?.bookings ?? []));
  if (one !== undefined) await say('member', 'booking.cancel', { bookingId: one.bookingId });
}

/** Somebody comes to a counter, most of them to the one they booked and in time; some scans are taken back at once. */
async function arrive({ say, key, pick, random, arena, openid }: Seat): Promise<void> {
  const now = arena.cloud.clock.nowMs();
  const due = arena.seen.bookings.filter(
    ({ booking }) => openid.includes(booking.shopName.en) && booking.arriveFrom <= now && now <= booking.arriveUntil,
  );
  const one = pick(random() < 0.9 ? due : arena.seen.bookings);
  if (one === undefined) return;
  const used = await say('staff', 'voucher.redeem', { key: key(), code: one.code });
  if (used !== null && random() < 0.4) await say('staff', 'voucher.undoUse', { key: key(), code: one.code });
}

/** Some sessions do not take place, or do again: most of those that somebody has booked, others of the next days. */
async function change({ say, arena, pick, between, random }: Seat): Promise<void> {
  const now = arena.cloud.clock.nowMs();
  const some = (): CalledOff => ({
    shop: pick(['west', 'east']) ?? 'west',
    day: addDays(dayOf(now, offsetMinutes), between(0, 2)),
    start: someStart(pick),
  });
  const calledOff = Array.from({ length: between(0, 3) }, () => {
    const booking = pick(arena.seen.bookings.slice(-8))?.booking;
    if (booking === undefined || random() < 0.3) return some();
    const { startsAt, shopName } = booking;
    return { shop: shopName.en, day: dayOf(startsAt, offsetMinutes), start: clockOf(startsAt, offsetMinutes) };
  });
  const apart = new Map(calledOff.map((each) => [JSON.stringify(each), each]));
  await say('console', 'store.apply', { section: 'coupons', rows: [classRow([...apart.values()])], dryRun: false, firstRow: 0 });
}

/** Buys a voucher, which may be cancelled later, by whoever has it then. */
async function buyVoucher({ say, key, pick, arena, openid }: Seat): Promise<void> {
  const receipt = await say('member', 'voucher.buy', { key: key(), couponId: pick(['bought', 'endless', 'course']) ?? '' });
  if (receipt === null) return;
  keep(arena.seen.vouchers, { view: receipt.voucher, openid });
  if (receipt.voucher.redemptionId !== null) keep(arena.seen.bought, { redemptionId: receipt.voucher.redemptionId, openid });
}

/** Gives back what points bought, a voucher or a pack, sometimes by two taps at once. */
async function giveBack({ say, key, pick, random, arena, openid }: Seat): Promise<void> {
  const redemptionId = pick(arena.seen.bought.filter((each) => each.openid === openid))?.redemptionId;
  if (redemptionId === undefined) return;
  const once = () => say('member', 'reward.cancel', { key: key(), redemptionId });
  await Promise.all([once(), random() < 0.3 ? once() : null]);
}

const shopper = ['shopper'] as const;
const counter = ['clerk', 'lead'] as const;

/** What is done about sessions that are booked, and about vouchers that points bought. */
export const bookingActs: readonly Act[] = [
  { name: 'claim a class', parts: shopper, weight: 2, perform: claim },
  { name: 'book a class', parts: shopper, weight: 9, perform: book },
  { name: 'cancel a booking', parts: shopper, weight: 2, perform: cancel },
  { name: 'look at bookings', parts: shopper, weight: 0.5, perform: ({ say }) => say('member', 'booking.mine', {}) },
  { name: 'come to a class', parts: counter, weight: 6, perform: arrive },
  { name: "read the day's bookings", parts: counter, weight: 1, perform: ({ say }) => say('staff', 'booking.ofDay', {}) },
  { name: 'call sessions off', parts: ['operator'], weight: 1, perform: change },
  { name: 'the job of sessions', parts: ['timer'], weight: 1, perform: ({ runJob }) => runJob('callOffSessions') },
  { name: 'buy a voucher', parts: shopper, weight: 4, perform: buyVoucher },
  { name: 'give a bought one back', parts: shopper, weight: 4, perform: giveBack },
];
