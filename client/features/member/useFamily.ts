import type { Refusal } from '@shared/kernel/refusal';
import type { FamilyView } from '@shared/member/familyContract';
import { useCallback, useState } from 'react';
import { call, type CodeOf } from '@/platform/call';
import { recall, remember } from '@/platform/storage';

export interface FamilyState {
  /** Null before it was ever seen on this phone. */
  readonly family: FamilyView | null;
  readonly trouble: Refusal<CodeOf<'member', 'family.overview'>> | null;
  readonly load: () => Promise<void>;
  /** Shows what another call brought. */
  readonly take: (family: FamilyView) => void;
}

/** Who shares my account; until it comes, and without network, as it was seen last. */
export function useFamily(): FamilyState {
  const [family, setFamily] = useState(() => recall<FamilyView>('person', 'family'));
  const [trouble, setTrouble] = useState<FamilyState['trouble']>(null);
  const take = useCallback((view: FamilyView) => {
    remember('person', 'family', view);
    setFamily(view);
  }, []);
  const load = useCallback(async () => {
    const answer = await call('member', 'family.overview', {});
    setTrouble(answer.ok ? null : answer.refusal);
    if (answer.ok) take(answer.value);
  }, [take]);
  return { family, trouble, load, take };
}
