import type { CheckinMonth } from '@shared/checkin/contract';
import type { Refusal } from '@shared/kernel/refusal';
import type { Month } from '@shared/kernel/time';
import { useCallback, useEffect, useState } from 'react';
import { call, type CodeOf } from '@/platform/call';

export interface CheckinMonthState {
  /** The month asked for, or null while it is being fetched. */
  readonly shown: CheckinMonth | null;
  readonly trouble: Refusal<CodeOf<'member', 'checkin.calendar'>> | null;
  readonly load: () => Promise<void>;
}

/** The days checked in of one month; fetched anew when another month is asked for. */
export function useCheckinMonth(month: Month): CheckinMonthState {
  const [fetched, setFetched] = useState<CheckinMonth | null>(null);
  const [trouble, setTrouble] = useState<CheckinMonthState['trouble']>(null);
  const load = useCallback(async () => {
    const answer = await call('member', 'checkin.calendar', { month });
    if (answer.ok) {
      setFetched(answer.value);
      setTrouble(null);
    } else setTrouble(answer.refusal);
  }, [month]);
  useEffect(() => void load(), [load]);
  return { shown: fetched?.month === month ? fetched : null, trouble, load };
}
