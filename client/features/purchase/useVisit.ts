import type { Refusal } from '@shared/kernel/refusal';
import type { PurchaseReceipt, VisitView } from '@shared/purchase/contract';
import { useCallback, useState } from 'react';
import { call, type CodeOf } from '@/platform/call';
import { visitAfter } from './visitAfter';

export interface VisitState {
  /** With the points that what was recorded since the scan leaves. */
  readonly visit: VisitView | null;
  /** Opens a visit from a member code; gives null, or why not. */
  readonly open: (code: string, by: 'scan' | 'typed') => Promise<Refusal<CodeOf<'staff', 'visit.open'>> | null>;
  /** Takes account of what was recorded, or undone, for the member who stands there. */
  readonly note: (receipt: PurchaseReceipt) => void;
  /** Lets go of the member at the till. */
  readonly leave: () => void;
}

/** The member who stands at this till. */
export function useVisit(): VisitState {
  const [visit, setVisit] = useState<VisitView | null>(null);
  const [since, setSince] = useState<readonly PurchaseReceipt[]>([]);
  const open = useCallback<VisitState['open']>(async (code, by) => {
    const answer = await call('staff', 'visit.open', { code, by });
    if (!answer.ok) return answer.refusal;
    setVisit(answer.value);
    setSince([]);
    return null;
  }, []);
  const note = useCallback<VisitState['note']>((receipt) => setSince((before) => [...before, receipt]), []);
  const leave = useCallback(() => setVisit(null), []);
  return { visit: visit === null ? null : visitAfter(visit, since), open, note, leave };
}
