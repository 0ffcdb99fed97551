import type { FestivalPage, GuessReceipt, RiddleView } from '@shared/game/riddle/contract';
import type { Refusal } from '@shared/kernel/refusal';
import { useCallback, useState } from 'react';
import { call, type CodeOf } from '@/platform/call';
import { useIntentKey } from '@/platform/useIntentKey';
import { useShown } from '@/platform/useShown';
import { loadPlay } from '../playStore';

type RiddleCode = CodeOf<'member', 'riddle.festival' | 'riddle.guess' | 'riddle.hint'>;

export interface Riddling {
  /** The festival with every riddle fetched so far. */
  readonly view: FestivalPage | null;
  readonly trouble: Refusal<RiddleCode> | null;
  readonly load: () => Promise<void>;
  readonly more: () => Promise<void>;
  /** Gives what the guess came to, or why it was not taken. */
  readonly guess: (riddleId: string, text: string) => Promise<GuessReceipt | Refusal<RiddleCode>>;
  /** Buys the next hint; gives why not, or null. */
  readonly hint: (riddle: RiddleView) => Promise<Refusal<RiddleCode> | null>;
}

/** A festival's riddles as the member stands with them. */
export function useRiddles(festivalId: string, onSpent: (available: number) => void): Riddling {
  const [view, setView] = useState<FestivalPage | null>(null);
  const [trouble, setTrouble] = useState<Riddling['trouble']>(null);
  const { keyFor, done } = useIntentKey();
  const fetchPage = useCallback(
    async (before: FestivalPage | null) => {
      const input = before?.next == null ? { festivalId } : { festivalId, cursor: before.next };
      const answer = await call('member', 'riddle.festival', input);
      setTrouble(answer.ok ? null : answer.refusal);
      if (answer.ok) setView({ ...answer.value, riddles: [...(before?.riddles ?? []), ...answer.value.riddles] });
    },
    [festivalId],
  );
  const load = useCallback(() => fetchPage(null), [fetchPage]);
  useShown(() => void load());
  const take = (riddle: RiddleView): void => setView((before) => (before === null ? null : withRiddle(before, riddle)));
  const guess = async (riddleId: string, text: string): Promise<GuessReceipt | Refusal<RiddleCode>> => {
    const wish = { festivalId, riddleId, text };
    const answer = await call('member', 'riddle.guess', { key: await keyFor(wish), ...wish });
    if (!answer.ok) return answer.refusal;
    done();
    take(answer.value.riddle);
    if ((answer.value.riddle.given?.chances ?? 0) > 0) await loadPlay();
    return answer.value;
  };
  const hint = async ({ id, hints }: RiddleView): Promise<Refusal<RiddleCode> | null> => {
    const wish = { festivalId, riddleId: id, number: hints.length + 1 };
    const answer = await call('member', 'riddle.hint', { key: await keyFor(wish), ...wish });
    if (!answer.ok) return answer.refusal;
    done();
    take(answer.value.riddle);
    onSpent(answer.value.available);
    return null;
  };
  return { view, trouble, load, more: () => fetchPage(view), guess, hint };
}

/** The festival with a riddle as it stands now. */
function withRiddle(festival: FestivalPage, riddle: RiddleView): FestivalPage {
  const before = festival.riddles.find(({ id }) => id === riddle.id);
  const fresh = before?.state !== 'solved' && riddle.state === 'solved' ? 1 : 0;
  const riddles = festival.riddles.map((each) => (each.id === riddle.id ? riddle : each));
  return { ...festival, riddles, solved: (festival.solved ?? 0) + fresh };
}
