import type { QuizRoundView, QuizView } from '@shared/game/quiz/contract';
import type { Refusal } from '@shared/kernel/refusal';
import { useCallback, useState } from 'react';
import { call, type CodeOf } from '@/platform/call';
import { useIntentKey } from '@/platform/useIntentKey';
import { useShown } from '@/platform/useShown';
import { loadPlay } from '../playStore';

type QuizCode = CodeOf<'member', 'quiz.view' | 'quiz.begin' | 'quiz.ask' | 'quiz.answer'>;

export interface Quizzing {
  readonly view: QuizView | null;
  /** The round that is being played, or was just ended. */
  readonly round: QuizRoundView | null;
  readonly trouble: Refusal<QuizCode> | null;
  readonly load: () => Promise<void>;
  /** Begins a round, or goes on with the one that waits, and has its next question delivered. */
  readonly begin: () => Promise<void>;
  /** Has the next question delivered. */
  readonly goOn: () => Promise<void>;
  /** Answers the question that is open; null gives up. */
  readonly answer: (option: number | null) => Promise<void>;
}

/** A quiz and the round that is played of it. Everything shown is what the server said last. */
export function useQuiz(quizId: string): Quizzing {
  const [view, setView] = useState<QuizView | null>(null);
  const [round, setRound] = useState<QuizRoundView | null>(null);
  const [trouble, setTrouble] = useState<Quizzing['trouble']>(null);
  const { keyFor, done } = useIntentKey();
  const load = useCallback(async () => {
    const answer = await call('member', 'quiz.view', { quizId });
    setTrouble(answer.ok ? null : answer.refusal);
    if (answer.ok) setView(answer.value);
  }, [quizId]);
  useShown(() => void load());
  const ask = async ({ roundId, answered, asked, of }: QuizRoundView): Promise<void> => {
    if (asked !== null || answered.length === of) return;
    const told = await call('member', 'quiz.ask', { roundId, number: answered.length + 1 });
    setTrouble(told.ok ? null : told.refusal);
    if (told.ok) setRound(told.value);
  };
  const begin = async (): Promise<void> => {
    const begun = await call('member', 'quiz.begin', { key: await keyFor(quizId), quizId });
    setTrouble(begun.ok ? null : begun.refusal);
    if (!begun.ok) return load();
    done();
    setRound(begun.value);
    return ask(begun.value);
  };
  const answer = async (option: number | null): Promise<void> => {
    if (round?.asked == null) return;
    const wish = { roundId: round.roundId, number: round.asked.number, option };
    const judged = await call('member', 'quiz.answer', { key: await keyFor(wish), ...wish });
    setTrouble(judged.ok ? null : judged.refusal);
    if (!judged.ok) return;
    done();
    setRound(judged.value);
    if (judged.value.result !== null) await Promise.all([load(), loadPlay()]);
  };
  return { view, round, trouble, load, begin, goOn: () => (round === null ? Promise.resolve() : ask(round)), answer };
}
