import type { PurchaseView } from '@shared/purchase/refundContract';
import { useState } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { call } from '@/platform/call';

export interface FoundPurchases {
  /** Null before anything was looked for. */
  readonly found: readonly PurchaseView[] | null;
  readonly said: string | null;
  readonly find: (orderNo: string) => Promise<void>;
  readonly forget: () => void;
}

/** Purchases by their number. */
export function useFoundPurchases(): FoundPurchases {
  const { refusal } = useSpeech();
  const [found, setFound] = useState<readonly PurchaseView[] | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const find = async (orderNo: string): Promise<void> => {
    const answer = await call('staff', 'purchase.find', { orderNo });
    setSaid(answer.ok ? null : refusal(answer.refusal));
    setFound(answer.ok ? answer.value.purchases : null);
  };
  return { found, said, find, forget: () => setFound(null) };
}
