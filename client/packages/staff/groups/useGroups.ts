import type { GroupView } from '@shared/store/groupContract';
import type { Refusal } from '@shared/kernel/refusal';
import { useCallback, useState } from 'react';
import { call, type CodeOf } from '@/platform/call';

interface Groups {
  /** Null until they are there. */
  readonly groups: readonly GroupView[] | null;
  readonly trouble: Refusal<CodeOf<'staff', 'store.groups'>> | null;
  readonly load: () => Promise<void>;
}

/** The groups that the caller's shop looks after. */
export function useGroups(): Groups {
  const [groups, setGroups] = useState<Groups['groups']>(null);
  const [trouble, setTrouble] = useState<Groups['trouble']>(null);
  const load = useCallback(async (): Promise<void> => {
    const answer = await call('staff', 'store.groups', {});
    setTrouble(answer.ok ? null : answer.refusal);
    if (answer.ok) setGroups(answer.value.groups);
  }, []);
  return { groups, trouble, load };
}
