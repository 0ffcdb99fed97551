import type { WinnersPage } from '@shared/game/contract';
import type { Refusal } from '@shared/kernel/refusal';
import { useCallback, useEffect, useState } from 'react';
import { call, type CodeOf } from '@/platform/call';

export interface Winners {
  /** What was read so far; null before anything was. */
  readonly page: WinnersPage | null;
  readonly trouble: Refusal<CodeOf<'member', 'game.winners'>> | null;
  /** Reads the page after `before`; the first for null. */
  readonly load: (before: WinnersPage | null) => Promise<void>;
}

/** A pool's winners, newest first, page by page. */
export function useWinners(poolId: string): Winners {
  const [page, setPage] = useState<WinnersPage | null>(null);
  const [trouble, setTrouble] = useState<Winners['trouble']>(null);
  const load = useCallback(
    async (before: WinnersPage | null) => {
      const cursor = before?.next ?? null;
      const answer = await call('member', 'game.winners', cursor === null ? { poolId } : { poolId, cursor });
      setTrouble(answer.ok ? null : answer.refusal);
      if (answer.ok) setPage({ winners: [...(before?.winners ?? []), ...answer.value.winners], next: answer.value.next });
    },
    [poolId],
  );
  useEffect(() => void load(null), [load]);
  return { page, trouble, load };
}
