import type { QuizQuestion, QuizRound } from '@shared/game/quiz/types';
import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import type { Member } from '@shared/member/types';
import { get } from '../../../adapters/database';
import type { Caller } from '../../../adapters/serve';
import type { Transaction } from '../../../adapters/transact';
import { findMember } from '../../member/findMember';
import { loadBank } from './loadQuizzes';

/** A round of the caller's own, with what the bank says of one of its questions. */
interface FoundRound {
  readonly member: Member;
  readonly question: QuizQuestion;
  /** The round as it stands in a transaction. */
  readonly read: (transaction: Transaction) => Promise<QuizRound>;
}

/** Looks for a round: somebody else's is as unknown as one that never was. Which questions it has never changes. */
export async function findRound(
  caller: Caller,
  roundId: string,
  number: number,
): Promise<Outcome<FoundRound, 'member.unknown' | 'quiz.unknown' | 'quiz.order'>> {
  const [member, round] = await Promise.all([findMember(caller), get('quizRounds', roundId)]);
  if (!member.ok) return member;
  if (round === null || round.memberId !== member.value.memberId) return refuse('quiz.unknown');
  const questionId = round.questions[number - 1]?.questionId;
  if (questionId === undefined) return refuse('quiz.order');
  const question = (await loadBank(round.quizId, caller.now)).get(questionId);
  if (question === undefined) throw new Error(`The bank has lost the question ${questionId}`);
  const read = async (transaction: Transaction): Promise<QuizRound> => {
    const current = await transaction.get('quizRounds', roundId);
    if (current === null) throw new Error(`The round ${roundId} is gone`);
    return current;
  };
  return accept({ member: member.value, question, read });
}
