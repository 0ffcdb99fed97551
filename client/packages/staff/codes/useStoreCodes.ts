import type { Refusal } from '@shared/kernel/refusal';
import type { StoreCodeView } from '@shared/store/contract';
import { useCallback, useState } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { call, type CodeOf } from '@/platform/call';
import { useIntentKey } from '@/platform/useIntentKey';

type Wanted = Pick<StoreCodeView, 'kind' | 'points' | 'perDayMax'>;

interface StoreCodes {
  /** Null until they are there. */
  readonly codes: readonly StoreCodeView[] | null;
  readonly trouble: Refusal<CodeOf<'staff', 'store.codes'>> | null;
  /** Why the last making or ending was refused. */
  readonly said: string | null;
  readonly load: () => Promise<void>;
  /** Gives the new code; null when it was refused. */
  readonly make: (wanted: Wanted) => Promise<StoreCodeView | null>;
  readonly end: (code: string) => Promise<boolean>;
}

/** The open codes of the caller's shop. */
export function useStoreCodes(): StoreCodes {
  const { refusal } = useSpeech();
  const [codes, setCodes] = useState<StoreCodes['codes']>(null);
  const [trouble, setTrouble] = useState<StoreCodes['trouble']>(null);
  const [said, setSaid] = useState<string | null>(null);
  const { keyFor, done } = useIntentKey();
  const load = useCallback(async (): Promise<void> => {
    const answer = await call('staff', 'store.codes', {});
    setTrouble(answer.ok ? null : answer.refusal);
    if (answer.ok) setCodes(answer.value.codes);
  }, []);
  const make = async (wanted: Wanted): Promise<StoreCodeView | null> => {
    const answer = await call('staff', 'store.makeCode', { key: await keyFor(wanted), ...wanted });
    setSaid(answer.ok ? null : refusal(answer.refusal));
    if (!answer.ok) return null;
    done();
    await load();
    return answer.value;
  };
  const end = async (code: string): Promise<boolean> => {
    const answer = await call('staff', 'store.closeCode', { code });
    setSaid(answer.ok ? null : refusal(answer.refusal));
    await load();
    return answer.ok;
  };
  return { codes, trouble, said, load, make, end };
}
