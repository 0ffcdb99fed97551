import type { Session, Booking, BookingState } from './types';

/** A booking of a place, just made. */
export function newBooking(
  made: Pick<Booking, '_id' | 'voucherId' | 'couponId' | 'memberId' | 'placeId' | 'movedFrom'>,
  { sessionId, shopId, day, startsAt, endsAt }: Session,
  at: number,
): Booking {
  const steps = [{ state: 'booked' as const, at, by: made.memberId }];
  return { ...made, sessionId, shopId, day, startsAt, endsAt, state: 'booked', steps };
}

const next: Readonly<Record<BookingState, readonly BookingState[]>> = {
  booked: ['moved', 'cancelled', 'calledOff', 'attended'],
  /** An arrival can be undone. */
  attended: ['booked'],
  moved: [],
  cancelled: [],
  calledOff: [],
};

/** A booking after one more step; one that cannot be is a bug: it throws, and nothing is written. */
export function withBookingStep(booking: Booking, state: BookingState, by: { readonly at: number; readonly by: string }): Booking {
  if (!next[booking.state].includes(state)) throw new Error(`Booking ${booking._id} is ${booking.state}, and cannot become ${state}`);
  return { ...booking, state, steps: [...booking.steps, { state, ...by }] };
}

/** A booking whose arrival was undone; a field that is not there is not written. */
export function withoutArrival(booking: Booking): Booking {
  return Object.fromEntries(Object.entries(booking).filter(([field]) => field !== 'arrival')) as unknown as Booking;
}
