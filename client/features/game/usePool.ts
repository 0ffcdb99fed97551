import type { MyPool, PoolView } from '@shared/game/contract';
import type { Refusal } from '@shared/kernel/refusal';
import { useCallback, useState } from 'react';
import { call, type CodeOf } from '@/platform/call';
import { useShown } from '@/platform/useShown';

export interface PoolState {
  readonly view: PoolView | null;
  readonly trouble: Refusal<CodeOf<'member', 'game.pool'>> | null;
  readonly load: () => Promise<void>;
  /** Shows what a draw changed, without a second call. */
  readonly take: (mine: MyPool) => void;
}

/** One pool with everything published of it, fetched whenever the screen comes into view. */
export function usePool(poolId: string): PoolState {
  const [view, setView] = useState<PoolView | null>(null);
  const [trouble, setTrouble] = useState<PoolState['trouble']>(null);
  const load = useCallback(async () => {
    const answer = await call('member', 'game.pool', { poolId });
    setTrouble(answer.ok ? null : answer.refusal);
    if (answer.ok) setView(answer.value);
  }, [poolId]);
  useShown(() => void load());
  const take = useCallback((mine: MyPool) => {
    setView((before) => (before === null ? null : { ...before, card: { ...before.card, mine } }));
  }, []);
  return { view, trouble, load, take };
}
