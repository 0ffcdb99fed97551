import type { Refusal } from '@shared/kernel/refusal';
import type { BookingPage } from '@shared/voucher/booking/contract';
import { useCallback, useState } from 'react';
import { call, type CodeOf } from '@/platform/call';

interface Bookings {
  /** Null until they are there. */
  readonly page: BookingPage | null;
  readonly trouble: Refusal<CodeOf<'member', 'booking.mine'>> | null;
  /** Fetches them from the beginning. */
  readonly load: () => Promise<void>;
  readonly more: () => Promise<void>;
}

/** The member's bookings, the latest session first. */
export function useBookings(): Bookings {
  const [page, setPage] = useState<BookingPage | null>(null);
  const [trouble, setTrouble] = useState<Bookings['trouble']>(null);
  const load = useCallback(async (): Promise<void> => {
    const answer = await call('member', 'booking.mine', {});
    setTrouble(answer.ok ? null : answer.refusal);
    if (answer.ok) setPage(answer.value);
  }, []);
  const more = async (): Promise<void> => {
    if (page?.next == null) return;
    const answer = await call('member', 'booking.mine', { cursor: page.next });
    setTrouble(answer.ok ? null : answer.refusal);
    if (answer.ok) setPage({ bookings: [...page.bookings, ...answer.value.bookings], next: answer.value.next });
  };
  return { page, trouble, load, more };
}
