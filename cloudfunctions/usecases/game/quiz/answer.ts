import type { QuizRoundView } from '@shared/game/quiz/contract';
import { answerQuestion } from '@shared/game/quiz/decideRound';
import type { QuizRound } from '@shared/game/quiz/types';
import type { GivenReward } from '@shared/game/reward';
import { viewRound } from '@shared/game/quiz/viewRound';
import { accept, type Outcome } from '@shared/kernel/refusal';
import { dayOf } from '@shared/kernel/time';
import type { Member } from '@shared/member/types';
import type { Caller } from '../../../adapters/serve';
import { transact, type Transaction } from '../../../adapters/transact';
import { loadProgramme } from '../../store/loadProgramme';
import { rewardPlay } from '../rewardPlay';
import { findRound } from './findRound';
import { loadQuizzes } from './loadQuizzes';

interface Given {
  readonly key: string;
  readonly roundId: string;
  readonly number: number;
  readonly option: number | null;
}

type AnswerRefusal = 'member.unknown' | 'quiz.unknown' | 'quiz.order' | 'quiz.answered' | 'key.reused' | 'busy.tryAgain';

/** Judges an answer by the server's clock. The last one ends the round, and what it won is given in the same transaction. */
export async function answer(caller: Caller, given: Given): Promise<Outcome<QuizRoundView, AnswerRefusal>> {
  const found = await findRound(caller, given.roundId, given.number);
  if (!found.ok) return found;
  return transact(async (transaction) => {
    const before = await found.value.read(transaction);
    const judged = answerQuestion(before, given, found.value.question, caller.now);
    if (!judged.ok) return judged;
    const { round, ended } = judged.value;
    if (round === before) return accept(viewRound(round));
    const next = ended ? { ...round, ...(await reward(transaction, round, found.value.member, caller.now)) } : round;
    await transaction.put('quizRounds', next);
    return accept(viewRound(next));
  });
}

async function reward(transaction: Transaction, round: QuizRound, member: Member, at: number): Promise<GivenReward> {
  const [programme, quizzes] = await Promise.all([loadProgramme(at), loadQuizzes(at)]);
  const quiz = quizzes.get(round.quizId);
  if (quiz === undefined) throw new Error(`The quiz ${round.quizId} is gone`);
  return rewardPlay(
    transaction,
    {
      member,
      source: 'quiz',
      sourceId: round._id,
      name: quiz.name,
      reward: round.passed ? quiz.reward : null,
      interactions: round.passed ? ['game', 'quiz'] : ['game'],
    },
    { programme, today: dayOf(at, programme.offsetMinutes), at },
  );
}
