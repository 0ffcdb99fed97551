import type { Refusal } from '@shared/kernel/refusal';
import type { PurchaseReceipt } from '@shared/purchase/contract';
import { useCallback, useState } from 'react';
import { call, type CodeOf } from '@/platform/call';

export interface ReceiptsState {
  /** The caller's purchases of the last day, newest first; null until they are there. */
  readonly receipts: readonly PurchaseReceipt[] | null;
  readonly trouble: Refusal<CodeOf<'staff', 'purchase.recent'>> | null;
  readonly load: () => Promise<void>;
  /** Takes over one purchase, new or undone, without a second call. */
  readonly take: (receipt: PurchaseReceipt) => void;
}

/** What this staff member recorded lately. */
export function useReceipts(): ReceiptsState {
  const [receipts, setReceipts] = useState<readonly PurchaseReceipt[] | null>(null);
  const [trouble, setTrouble] = useState<ReceiptsState['trouble']>(null);
  const load = useCallback(async () => {
    const answer = await call('staff', 'purchase.recent', {});
    setTrouble(answer.ok ? null : answer.refusal);
    if (answer.ok) setReceipts(answer.value.receipts);
  }, []);
  const take = useCallback((receipt: PurchaseReceipt) => {
    setReceipts((before) => {
      const others = (before ?? []).filter(({ purchaseId }) => purchaseId !== receipt.purchaseId);
      return [receipt, ...others].sort((one, other) => other.at - one.at);
    });
  }, []);
  return { receipts, trouble, load, take };
}
