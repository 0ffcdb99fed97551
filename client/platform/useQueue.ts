import type { Outcome, Refusal } from '@shared/kernel/refusal';
import { useCallback, useRef, useState } from 'react';

interface Page<Row> {
  readonly rows: readonly Row[];
  readonly next: string | null;
}

export interface Queue<Row, Code extends string> {
  /** Null until it is there. */
  readonly page: Page<Row> | null;
  readonly trouble: Refusal<Code> | null;
  readonly load: () => Promise<void>;
  readonly loadMore: () => Promise<void>;
  /** Takes what was decided off the list, without a second call unless the next page is due. */
  readonly leave: (id: string) => void;
}

/** What waits for somebody to decide, page by page; `ask` fetches a page, `idOf` tells its rows apart. */
export function useQueue<Row, Code extends string>(
  ask: (from: { readonly cursor?: string }) => Promise<Outcome<Page<Row>, Code>>,
  idOf: (row: Row) => string,
): Queue<Row, Code> {
  const [page, setPage] = useState<Page<Row> | null>(null);
  const [trouble, setTrouble] = useState<Refusal<Code> | null>(null);
  const asking = useRef(ask);
  asking.current = ask;
  const fetchFrom = useCallback(async (before: Page<Row> | null): Promise<void> => {
    const answer = await asking.current(typeof before?.next === 'string' ? { cursor: before.next } : {});
    setTrouble(answer.ok ? null : answer.refusal);
    if (answer.ok) setPage({ rows: [...(before?.rows ?? []), ...answer.value.rows], next: answer.value.next });
  }, []);
  const load = useCallback(() => fetchFrom(null), [fetchFrom]);
  const leave = (id: string): void => {
    if (page === null) return;
    const left = { ...page, rows: page.rows.filter((row) => idOf(row) !== id) };
    setPage(left);
    if (left.rows.length === 0 && left.next !== null) void load();
  };
  return { page, trouble, load, loadMore: () => fetchFrom(page), leave };
}
