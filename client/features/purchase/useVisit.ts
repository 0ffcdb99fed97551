import type { Refusal } from '@shared/kernel/refusal';
import type { VisitView } from '@shared/purchase/contract';
import { useCallback, useState } from 'react';
import { call, type CodeOf } from '@/platform/call';

export interface VisitState {
  readonly visit: VisitView | null;
  /** Opens a visit from a member code; gives null, or why not. */
  readonly open: (code: string, by: 'scan' | 'typed') => Promise<Refusal<CodeOf<'staff', 'visit.open'>> | null>;
  /** Lets go of the member at the till. */
  readonly leave: () => void;
}

/** The member who stands at this till. */
export function useVisit(): VisitState {
  const [visit, setVisit] = useState<VisitView | null>(null);
  const open = useCallback<VisitState['open']>(async (code, by) => {
    const answer = await call('staff', 'visit.open', { code, by });
    if (!answer.ok) return answer.refusal;
    setVisit(answer.value);
    return null;
  }, []);
  const leave = useCallback(() => setVisit(null), []);
  return { visit, open, leave };
}
