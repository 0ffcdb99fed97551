import type { Refusal } from '@shared/kernel/refusal';
import type { StatementPage } from '@shared/ledger/contract';
import { useCallback, useState } from 'react';
import { call, type CodeOf } from '@/platform/call';
import { recall, remember } from '@/platform/storage';

export interface Statement {
  /** Null before any entry was ever seen on this phone. */
  readonly lines: StatementPage['lines'] | null;
  readonly hasMore: boolean;
  readonly trouble: Refusal<CodeOf<'member', 'ledger.statement'>> | null;
  /** Fetches the newest page. */
  readonly load: () => Promise<void>;
  /** Fetches the page after what is there. */
  readonly loadMore: () => Promise<void>;
}

/** The member's own entries, newest first, page by page; until the first page comes, and without network, the one seen last. */
export function useStatement(): Statement {
  const [seen, setSeen] = useState(() => recall<StatementPage>('person', 'statement'));
  const [trouble, setTrouble] = useState<Statement['trouble']>(null);
  const cursor = seen?.next ?? null;
  const load = useCallback(async () => {
    const answer = await call('member', 'ledger.statement', {});
    setTrouble(answer.ok ? null : answer.refusal);
    if (!answer.ok) return;
    remember('person', 'statement', answer.value);
    setSeen(answer.value);
  }, []);
  const loadMore = useCallback(async () => {
    if (cursor === null) return;
    const answer = await call('member', 'ledger.statement', { cursor });
    setTrouble(answer.ok ? null : answer.refusal);
    if (!answer.ok) return;
    const { lines, next } = answer.value;
    setSeen((before) => ({ lines: [...(before?.lines ?? []), ...lines], next }));
  }, [cursor]);
  return { lines: seen?.lines ?? null, hasMore: cursor !== null, trouble, load, loadMore };
}
