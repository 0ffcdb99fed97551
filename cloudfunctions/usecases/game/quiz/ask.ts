import type { QuizRoundView } from '@shared/game/quiz/contract';
import { askQuestion } from '@shared/game/quiz/decideRound';
import { viewRound } from '@shared/game/quiz/viewRound';
import { accept, type Outcome } from '@shared/kernel/refusal';
import type { Caller } from '../../../adapters/serve';
import { transact } from '../../../adapters/transact';
import { findRound } from './findRound';

/** Delivers a question of the caller's own round. Its time runs from the first delivery, which is written down before it is answered. */
export async function ask(
  caller: Caller,
  { roundId, number }: { roundId: string; number: number },
): Promise<Outcome<QuizRoundView, 'member.unknown' | 'quiz.unknown' | 'quiz.order' | 'busy.tryAgain'>> {
  const found = await findRound(caller, roundId, number);
  if (!found.ok) return found;
  return transact(async (transaction) => {
    const round = await found.value.read(transaction);
    const asked = askQuestion(round, number, found.value.question, caller.now);
    if (!asked.ok) return asked;
    if (asked.value !== round) await transaction.put('quizRounds', asked.value);
    return accept(viewRound(asked.value));
  });
}
