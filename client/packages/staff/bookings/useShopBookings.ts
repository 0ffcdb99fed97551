import type { Refusal } from '@shared/kernel/refusal';
import type { Day } from '@shared/kernel/time';
import type { ShopBooking } from '@shared/voucher/booking/contract';
import { useCallback, useRef, useState } from 'react';
import { call, type CodeOf } from '@/platform/call';

interface ShopBookings {
  /** Null until they are there. */
  readonly bookings: readonly ShopBooking[] | null;
  /** Whether there are more than those. */
  readonly next: string | null;
  readonly trouble: Refusal<CodeOf<'staff', 'booking.ofDay'>> | null;
  /** Fetches the bookings of a day, which is shown from then on. */
  readonly load: (day: Day) => Promise<void>;
  readonly more: () => Promise<void>;
}

interface Shown extends Pick<ShopBookings, 'bookings' | 'next' | 'trouble'> {
  readonly day: Day | null;
}

const nothing: Shown = { day: null, bookings: null, next: null, trouble: null };

/** A day's bookings of the caller's shop, by time. */
export function useShopBookings(): ShopBookings {
  const [shown, setShown] = useState<Shown>(nothing);
  const wanted = useRef<Day | null>(null);
  const load = useCallback(async (day: Day): Promise<void> => {
    wanted.current = day;
    // Another day's people are never shown under this one's name.
    setShown((before) => (before.day === day ? before : nothing));
    const answer = await call('staff', 'booking.ofDay', { day });
    if (wanted.current !== day) return;
    if (answer.ok) setShown({ day, ...answer.value, trouble: null });
    else setShown((before) => ({ ...before, trouble: answer.refusal }));
  }, []);
  const { day, bookings, next, trouble } = shown;
  const more = async (): Promise<void> => {
    if (next === null || day === null) return;
    const answer = await call('staff', 'booking.ofDay', { day, cursor: next });
    if (wanted.current !== day) return;
    if (answer.ok) setShown({ day, bookings: [...(bookings ?? []), ...answer.value.bookings], next: answer.value.next, trouble: null });
    else setShown({ ...shown, trouble: answer.refusal });
  };
  return { bookings, next, trouble, load, more };
}
