import type { Refusal } from '@shared/kernel/refusal';
import type { GiftView } from '@shared/voucher/contract';
import { useCallback, useState } from 'react';
import { call, type CodeOf } from '@/platform/call';

export interface GiftState {
  readonly gift: GiftView | null;
  readonly trouble: Refusal<CodeOf<'member', 'voucher.gift'>> | null;
  readonly load: () => Promise<void>;
}

/** What lies behind a gift's link, fetched when `load` is called. */
export function useGift(token: string): GiftState {
  const [gift, setGift] = useState<GiftView | null>(null);
  const [trouble, setTrouble] = useState<GiftState['trouble']>(null);
  const load = useCallback(async () => {
    const answer = await call('member', 'voucher.gift', { token });
    setTrouble(answer.ok ? null : answer.refusal);
    if (answer.ok) setGift(answer.value);
  }, [token]);
  return { gift, trouble, load };
}
