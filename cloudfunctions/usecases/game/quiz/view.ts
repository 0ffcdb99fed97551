import type { QuizView } from '@shared/game/quiz/contract';
import { viewQuiz } from '@shared/game/quiz/viewRound';
import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { dayOf } from '@shared/kernel/time';
import { find } from '../../../adapters/database';
import type { Caller } from '../../../adapters/serve';
import { findMember } from '../../member/findMember';
import { loadProgramme } from '../../store/loadProgramme';
import { loadQuizzes } from './loadQuizzes';

/** A quiz with its rules, and the caller's rounds of today. */
export async function view(caller: Caller, input: { quizId: string }): Promise<Outcome<QuizView, 'quiz.unknown'>> {
  const { now } = caller;
  const [member, programme, quizzes] = await Promise.all([findMember(caller), loadProgramme(now), loadQuizzes(now)]);
  const quiz = quizzes.get(input.quizId);
  if (quiz === undefined) return refuse('quiz.unknown');
  const today = dayOf(now, programme.offsetMinutes);
  if (!member.ok) return accept(viewQuiz(quiz, null, today));
  const { memberId } = member.value;
  const rounds = await find('quizRounds', { memberId, quizId: quiz._id, day: today }, { limit: quiz.roundsPerDay });
  return accept(viewQuiz(quiz, rounds, today));
}
