import type { Refusal } from '@shared/kernel/refusal';
import type { ShopBooking } from '@shared/voucher/booking/contract';
import { useCallback, useState } from 'react';
import { call, type CodeOf } from '@/platform/call';

interface ShopBookings {
  /** Null until they are there. */
  readonly bookings: readonly ShopBooking[] | null;
  /** Whether there are more than those. */
  readonly next: string | null;
  readonly trouble: Refusal<CodeOf<'staff', 'booking.today'>> | null;
  readonly load: () => Promise<void>;
  readonly more: () => Promise<void>;
}

/** Today's bookings of the caller's shop, by time. */
export function useShopBookings(): ShopBookings {
  const [{ bookings, next }, setPage] = useState<Pick<ShopBookings, 'bookings' | 'next'>>({ bookings: null, next: null });
  const [trouble, setTrouble] = useState<ShopBookings['trouble']>(null);
  const load = useCallback(async (): Promise<void> => {
    const answer = await call('staff', 'booking.today', {});
    setTrouble(answer.ok ? null : answer.refusal);
    if (answer.ok) setPage(answer.value);
  }, []);
  const more = async (): Promise<void> => {
    if (next === null) return;
    const answer = await call('staff', 'booking.today', { cursor: next });
    setTrouble(answer.ok ? null : answer.refusal);
    if (answer.ok) setPage({ bookings: [...(bookings ?? []), ...answer.value.bookings], next: answer.value.next });
  };
  return { bookings, next, trouble, load, more };
}
