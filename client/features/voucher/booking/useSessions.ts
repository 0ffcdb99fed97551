import type { Refusal } from '@shared/kernel/refusal';
import type { SessionList } from '@shared/voucher/booking/contract';
import { useCallback, useState } from 'react';
import { call, type CodeOf } from '@/platform/call';
import { useIntentKey } from '@/platform/useIntentKey';
import { takeVoucher } from '../voucherStore';

type BookRefusal = Refusal<CodeOf<'member', 'booking.book'> | CodeOf<'member', 'booking.move'>>;

interface Sessions {
  /** Null until they are there. */
  readonly list: SessionList | null;
  readonly trouble: Refusal<CodeOf<'member', 'booking.sessions'>> | null;
  readonly load: () => Promise<void>;
  /** Books a session, or moves the booking there; gives null, or why not. */
  readonly take: (sessionId: string) => Promise<BookRefusal | null>;
}

/** The sessions that a voucher can be booked for. */
export function useSessions(voucherId: string): Sessions {
  const [list, setList] = useState<SessionList | null>(null);
  const [trouble, setTrouble] = useState<Sessions['trouble']>(null);
  const { keyFor, done } = useIntentKey();
  const load = useCallback(async (): Promise<void> => {
    const answer = await call('member', 'booking.sessions', { voucherId });
    setTrouble(answer.ok ? null : answer.refusal);
    if (answer.ok) setList(answer.value);
  }, [voucherId]);
  const take = async (sessionId: string): Promise<BookRefusal | null> => {
    const bookingId = list?.booked?.bookingId ?? null;
    const key = await keyFor({ sessionId, bookingId });
    const answer =
      bookingId === null
        ? await call('member', 'booking.book', { key, voucherId, sessionId })
        : await call('member', 'booking.move', { key, bookingId, sessionId });
    if (!answer.ok) return answer.refusal;
    done();
    takeVoucher(answer.value.voucher);
    return null;
  };
  return { list, trouble, load, take };
}
