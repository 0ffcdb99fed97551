import type { Refusal } from '@shared/kernel/refusal';
import type { StatementLine } from '@shared/ledger/contract';
import { useCallback, useState } from 'react';
import { call, type CodeOf } from '@/platform/call';

export interface Statement {
  /** Null until the first page is there. */
  readonly lines: readonly StatementLine[] | null;
  readonly hasMore: boolean;
  readonly trouble: Refusal<CodeOf<'member', 'ledger.statement'>> | null;
  /** Fetches the next page (the first, to begin with). */
  readonly loadMore: () => Promise<void>;
}

interface Fetched {
  readonly lines: readonly StatementLine[];
  readonly next: string | null;
}

/** The member's own entries, newest first, page by page. */
export function useStatement(): Statement {
  const [fetched, setFetched] = useState<Fetched | null>(null);
  const [trouble, setTrouble] = useState<Statement['trouble']>(null);
  const cursor = fetched?.next ?? null;
  const loadMore = useCallback(async () => {
    const answer = await call('member', 'ledger.statement', cursor === null ? {} : { cursor });
    if (!answer.ok) {
      setTrouble(answer.refusal);
      return;
    }
    const { lines, next } = answer.value;
    setFetched((before) => ({ lines: cursor === null ? lines : [...(before?.lines ?? []), ...lines], next }));
    setTrouble(null);
  }, [cursor]);
  return { lines: fetched?.lines ?? null, hasMore: cursor !== null, trouble, loadMore };
}
