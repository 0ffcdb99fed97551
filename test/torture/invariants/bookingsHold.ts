import type { Booking } from '@shared/voucher/booking/types';
import { classPlaces } from '../classRows';
import type { Snapshot } from '../takeSnapshot';
import { grouped, repeated, spoilFirst, type Invariant } from './invariant';

/** What a booking may become, by what it is: written down once more, apart from the rules. */
const next: Readonly<Record<string, readonly string[]>> = {
  none: ['booked'],
  booked: ['moved', 'cancelled', 'calledOff', 'attended'],
  attended: ['booked'],
};
const minuteMs = 60_000;

/** Whether it has its place: still to come, missed, or come to. */
function isLive({ state }: Booking): boolean {
  return state === 'booked' || state === 'attended';
}

/** Places taken are those of live bookings and no more than there are; bookings have one state and a legal history; vouchers agree. */
export const bookingsHold: Invariant = {
  name: 'bookings: places as many as there are, one state, a legal history, their vouchers agree',
  check(documents) {
    const { bookings } = documents;
    const wrong = [
      ...placesWrong(documents),
      ...bookings.flatMap((booking) => lifeOf(booking, documents).map((what) => `booking ${booking._id}: ${what}`)),
      ...vouchersWrong(documents),
      ...untold(documents),
    ];
    return { looked: bookings.length + documents.sessionPlaces.length, wrong };
  },
  spoil: ({ sessionPlaces }) =>
    spoilFirst(
      sessionPlaces,
      ({ taken }) => taken,
      () => ({ taken: false }),
    ),
};

function placesWrong({ bookings, sessionPlaces }: Snapshot): readonly string[] {
  const live = bookings.filter(isLive);
  const held = sessionPlaces.filter(({ taken }) => taken);
  const owners = new Map(live.map((booking) => [`${booking.placeId} ${booking._id} ${booking.sessionId}`, booking]));
  const places = new Set(held.map(({ _id, bookingId, sessionId }) => `${_id} ${bookingId} ${sessionId}`));
  return [
    ...[...places].filter((place) => !owners.has(place)).map((place) => `taken by nobody's live booking: ${place}`),
    ...[...owners.keys()].filter((owner) => !places.has(owner)).map((owner) => `a live booking without its place: ${owner}`),
    ...[...grouped(held, ({ sessionId }) => sessionId)]
      .filter(([, own]) => own.length > classPlaces)
      .map(([sessionId, own]) => `session ${sessionId}: ${own.length} places of ${classPlaces} are taken`),
    ...repeated('a place of a live booking', live, ({ placeId }) => placeId),
  ];
}

function lifeOf(booking: Booking, { coupons, bookings }: Snapshot): readonly string[] {
  const { _id, state, steps, memberId, startsAt, arrival, movedFrom } = booking;
  const rules = coupons.find(({ _id: id }) => id === booking.couponId)?.sessions;
  const states = ['none', ...steps.map((step) => step.state)];
  const closes = startsAt - (rules?.closesHours ?? 0) * 60 * minuteMs;
  const [from, until] = [startsAt - (rules?.earlyMinutes ?? 0) * minuteMs, startsAt + (rules?.lateMinutes ?? 0) * minuteMs];
  const illegal = states.slice(1).filter((to, index) => !(next[states[index] ?? ''] ?? []).includes(to));
  const followers = bookings.filter((each) => each.movedFrom === _id).length;
  return [
    ...(states.at(-1) === state ? [] : [`is ${state}, its history ends with ${states.at(-1) ?? ''}`]),
    ...illegal.map((to) => `became ${to} by ${states.join(', ')}`),
    ...(steps.some((step, index) => step.at < (steps[index - 1]?.at ?? 0)) ? ['has a history that runs backwards'] : []),
    ...(steps.some((step) => step.by === memberId && step.at > closes) ? ['was changed by its member after it had closed'] : []),
    ...steps.flatMap((step) => (step.state === 'attended' && (step.at < from || step.at > until) ? ['was come to out of time'] : [])),
    ...((state === 'attended') === (arrival !== undefined) ? [] : [`is ${state}, its arrival is ${JSON.stringify(arrival)}`]),
    ...(followers === (state === 'moved' ? 1 : 0) ? [] : [`is ${state} and is followed by ${followers}`]),
    ...(movedFrom === null || bookings.some((each) => each._id === movedFrom) ? [] : ['follows a booking that there is not']),
  ];
}

function vouchersWrong({ bookings, vouchers, endedOn }: Snapshot): readonly string[] {
  const known = new Map(vouchers.map((voucher) => [voucher._id, voucher]));
  const byId = new Map(bookings.map((booking) => [booking._id, booking]));
  const lost = bookings.flatMap(({ _id, state, day, voucherId }) => {
    const voucher = known.get(voucherId);
    const due = state === 'attended' || (state === 'booked' && day > endedOn);
    if (!due || (voucher?.booking?.bookingId === _id && voucher.state === (state === 'attended' ? 'redeemed' : 'issued'))) return [];
    return [
      `booking ${_id} is ${state}, its voucher ${voucherId} is ${voucher?.state ?? 'gone'} for ${voucher?.booking?.bookingId ?? 'none'}`,
    ];
  });
  const named = vouchers.flatMap(({ _id, booking: note, memberId, state }) => {
    if (note === undefined) return [];
    const booking = byId.get(note.bookingId);
    if (note.calledOff === true && booking?.state === 'calledOff' && booking.voucherId === _id) return [];
    const agrees = booking?.voucherId === _id && booking.memberId === memberId && booking.sessionId === note.sessionId && isLive(booking);
    if (agrees && (state === 'redeemed') === (booking.state === 'attended')) return [];
    return [`voucher ${_id} is ${state} for ${note.bookingId}, which is ${booking?.state ?? 'gone'}`];
  });
  return [...lost, ...named];
}

/** Whoever booked a session that was called off is told, unless they are leaving or have left. */
function untold({ bookings, outbox, members }: Snapshot): readonly string[] {
  const told = new Set(outbox.map(({ _id }) => _id));
  const here = new Set(members.flatMap(({ memberId, leavingAt }) => (leavingAt == null ? [memberId] : [])));
  return bookings
    .filter(({ _id, state, memberId }) => state === 'calledOff' && here.has(memberId) && !told.has(`sessionCalledOff:${_id}`))
    .map(({ _id }) => `booking ${_id} was called off, and nobody was told`);
}
