import type { Refusal } from '@shared/kernel/refusal';
import type { RewardList } from '@shared/reward/contract';
import { useCallback, useState } from 'react';
import { call, type CodeOf } from '@/platform/call';
import { recall, remember } from '@/platform/storage';

export interface Rewards {
  /** The shelf as it was last seen; null before it was ever seen on this phone. */
  readonly list: RewardList | null;
  readonly trouble: Refusal<CodeOf<'member', 'reward.list'>> | null;
  readonly load: () => Promise<void>;
}

/** The points mall's shelf, fetched when `load` is called; until then, and without network, the one seen last. */
export function useRewards(): Rewards {
  const [list, setList] = useState(() => recall<RewardList>('person', 'shelf'));
  const [trouble, setTrouble] = useState<Rewards['trouble']>(null);
  const load = useCallback(async () => {
    const answer = await call('member', 'reward.list', {});
    setTrouble(answer.ok ? null : answer.refusal);
    if (!answer.ok) return;
    remember('person', 'shelf', answer.value);
    setList(answer.value);
  }, []);
  return { list, trouble, load };
}
