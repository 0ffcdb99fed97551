import type { Refusal } from '@shared/kernel/refusal';
import type { TierOverview } from '@shared/tier/contract';
import { useCallback, useState } from 'react';
import { call, type CodeOf } from '@/platform/call';
import { recall, remember } from '@/platform/storage';

export interface TierOverviewState {
  /** Null before it was ever seen on this phone. */
  readonly overview: TierOverview | null;
  readonly hasMore: boolean;
  readonly trouble: Refusal<CodeOf<'member', 'tier.overview'>> | null;
  readonly load: () => Promise<void>;
  /** Fetches the changes of tier before those that are there. */
  readonly loadMore: () => Promise<void>;
}

/** The member's tier, the table and the history; until it comes, and without network, as it was seen last. */
export function useTierOverview(): TierOverviewState {
  const [overview, setOverview] = useState(() => recall<TierOverview>('person', 'tier'));
  const [trouble, setTrouble] = useState<TierOverviewState['trouble']>(null);
  const load = useCallback(async () => {
    const answer = await call('member', 'tier.overview', {});
    setTrouble(answer.ok ? null : answer.refusal);
    if (!answer.ok) return;
    remember('person', 'tier', answer.value);
    setOverview(answer.value);
  }, []);
  const cursor = overview?.next ?? null;
  const loadMore = useCallback(async () => {
    if (cursor === null) return;
    const answer = await call('member', 'tier.overview', { cursor });
    setTrouble(answer.ok ? null : answer.refusal);
    if (!answer.ok) return;
    const { value } = answer;
    setOverview((before) => ({ ...value, changes: [...(before?.changes ?? []), ...value.changes] }));
  }, [cursor]);
  return { overview, hasMore: cursor !== null, trouble, load, loadMore };
}
