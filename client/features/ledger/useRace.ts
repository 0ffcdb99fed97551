import type { Refusal } from '@shared/kernel/refusal';
import type { RaceView } from '@shared/ledger/race';
import { useCallback, useState } from 'react';
import { call, type CodeOf } from '@/platform/call';
import { recall, remember } from '@/platform/storage';

export type WhichRace = 'this' | 'last';
type RaceRefusal = Refusal<CodeOf<'member', 'ledger.race'> | CodeOf<'member', 'ledger.showRaceName'>>;

export interface RaceState {
  /** Null before it was ever seen on this phone. */
  readonly race: RaceView | null;
  readonly trouble: RaceRefusal | null;
  readonly load: () => Promise<void>;
  /** Shows my name in the list, or a mask; gives why not, or null. */
  readonly showName: (show: boolean) => Promise<RaceRefusal | null>;
}

/** The race of this month or the last; until it comes, and without network, as it was seen last. */
export function useRace(which: WhichRace): RaceState {
  const [seen, setSeen] = useState<Readonly<Partial<Record<WhichRace, RaceView>>>>(() => recall('person', 'race') ?? {});
  const [trouble, setTrouble] = useState<RaceRefusal | null>(null);
  const load = useCallback(async () => {
    const answer = await call('member', 'ledger.race', { which });
    setTrouble(answer.ok ? null : answer.refusal);
    if (!answer.ok) return;
    setSeen((before) => {
      const next = { ...before, [which]: answer.value };
      remember('person', 'race', next);
      return next;
    });
  }, [which]);
  const showName = useCallback(
    async (show: boolean) => {
      const answer = await call('member', 'ledger.showRaceName', { show });
      if (!answer.ok) return answer.refusal;
      await load();
      return null;
    },
    [load],
  );
  return { race: seen[which] ?? null, trouble, load, showName };
}
