import type { Refusal } from '@shared/kernel/refusal';
import type { ReviewRow } from '@shared/referral/contract';
import { useCallback, useState } from 'react';
import { call, type CodeOf } from '@/platform/call';

interface Page {
  readonly rows: readonly ReviewRow[];
  readonly next: string | null;
}

interface Reviews {
  /** Null until it is there. */
  readonly page: Page | null;
  readonly trouble: Refusal<CodeOf<'console', 'referral.queue'>> | null;
  readonly load: () => Promise<void>;
  readonly loadMore: () => Promise<void>;
  /** Takes what was decided off the list, without a second call unless the next page is due. */
  readonly leave: (friend: string) => void;
}

/** The invitations that wait for somebody to look, those that wait longest first, page by page. */
export function useReviews(): Reviews {
  const [page, setPage] = useState<Page | null>(null);
  const [trouble, setTrouble] = useState<Reviews['trouble']>(null);
  const fetchFrom = useCallback(async (before: Page | null): Promise<void> => {
    const answer = await call('console', 'referral.queue', typeof before?.next === 'string' ? { cursor: before.next } : {});
    setTrouble(answer.ok ? null : answer.refusal);
    if (answer.ok) setPage({ rows: [...(before?.rows ?? []), ...answer.value.rows], next: answer.value.next });
  }, []);
  const load = useCallback(() => fetchFrom(null), [fetchFrom]);
  const leave = (friend: string): void => {
    if (page === null) return;
    const left = { ...page, rows: page.rows.filter((row) => row.friend !== friend) };
    setPage(left);
    if (left.rows.length === 0 && left.next !== null) void load();
  };
  return { page, trouble, load, loadMore: () => fetchFrom(page), leave };
}
