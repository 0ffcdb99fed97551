import type { ProductView } from '@shared/goods/contract';
import type { Refusal } from '@shared/kernel/refusal';
import { useCallback, useEffect, useRef, useState } from 'react';
import { call, type CodeOf } from '@/platform/call';

type SearchRefusal = Refusal<CodeOf<'staff', 'goods.search'>>;

/** How long a word must stand still before it is looked for. */
const settleMs = 300;

interface ProductSearch {
  readonly text: string;
  readonly type: (text: string) => void;
  /** What was found for the text as it stands; null while it is being looked for. */
  readonly found: readonly ProductView[] | null;
  readonly trouble: SearchRefusal | null;
  readonly retry: () => Promise<void>;
  /** The product with just this id, as a bar code says it; null when there is none, or no network. */
  readonly byCode: (code: string) => Promise<ProductView | null>;
}

/** Products by word or bar code; without a word, the first of the goods file. */
export function useProductSearch(): ProductSearch {
  const [text, setText] = useState('');
  const [found, setFound] = useState<readonly ProductView[] | null>(null);
  const [trouble, setTrouble] = useState<SearchRefusal | null>(null);
  const latest = useRef(0);
  const look = useCallback(async (wanted: string): Promise<void> => {
    latest.current += 1;
    const mine = latest.current;
    const answer = wanted === '' ? await call('staff', 'goods.list', {}) : await call('staff', 'goods.search', { text: wanted });
    if (mine !== latest.current) return;
    setTrouble(answer.ok ? null : answer.refusal);
    if (answer.ok) setFound(answer.value.products);
  }, []);
  const wanted = text.trim();
  useEffect(() => {
    latest.current += 1;
    setFound(null);
    const timer = setTimeout(() => void look(wanted), wanted === '' ? 0 : settleMs);
    return () => clearTimeout(timer);
  }, [look, wanted]);
  const byCode = async (code: string): Promise<ProductView | null> => {
    const answer = await call('staff', 'goods.search', { text: code });
    return answer.ok ? (answer.value.products.find(({ id }) => id === code) ?? null) : null;
  };
  return { text, type: setText, found, trouble, retry: () => look(wanted), byCode };
}
