import type { Refusal } from '@shared/kernel/refusal';
import type { RewardList } from '@shared/reward/contract';
import { useCallback, useState } from 'react';
import { call, type CodeOf } from '@/platform/call';

export interface Rewards {
  readonly list: RewardList | null;
  readonly trouble: Refusal<CodeOf<'member', 'reward.list'>> | null;
  readonly load: () => Promise<void>;
}

/** The points mall's shelf, fetched when `load` is called. */
export function useRewards(): Rewards {
  const [list, setList] = useState<RewardList | null>(null);
  const [trouble, setTrouble] = useState<Rewards['trouble']>(null);
  const load = useCallback(async () => {
    const answer = await call('member', 'reward.list', {});
    if (answer.ok) {
      setList(answer.value);
      setTrouble(null);
    } else setTrouble(answer.refusal);
  }, []);
  return { list, trouble, load };
}
