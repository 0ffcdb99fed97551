import type { Refusal } from '@shared/kernel/refusal';
import type { CauseView } from '@shared/reward/cause';
import { useCallback, useState } from 'react';
import { call, type CodeOf } from '@/platform/call';
import { recall, remember } from '@/platform/storage';

export interface Causes {
  /** Null before they were ever seen on this phone. */
  readonly causes: readonly CauseView[] | null;
  readonly trouble: Refusal<CodeOf<'member', 'reward.causes'>> | null;
  readonly load: () => Promise<void>;
}

/** What points can be given to; until it comes, and without network, as it was seen last. */
export function useCauses(): Causes {
  const [causes, setCauses] = useState(() => recall<readonly CauseView[]>('person', 'causes'));
  const [trouble, setTrouble] = useState<Causes['trouble']>(null);
  const load = useCallback(async () => {
    const answer = await call('member', 'reward.causes', {});
    setTrouble(answer.ok ? null : answer.refusal);
    if (!answer.ok) return;
    remember('person', 'causes', answer.value.causes);
    setCauses(answer.value.causes);
  }, []);
  return { causes, trouble, load };
}
