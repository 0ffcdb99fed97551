import type { Quiz, QuizQuestion } from '@shared/game/quiz/types';
import { cached } from '../../../adapters/cached';
import { find } from '../../../adapters/database';

const quizzesMax = 200;
const questionsMax = 1000;

const load = cached(async (): Promise<ReadonlyMap<string, Quiz>> => {
  const quizzes = await find('quizzes', {}, { limit: quizzesMax });
  return new Map(quizzes.map((quiz) => [quiz._id, quiz]));
}, 1);

/** Every quiz by id, at most 30 s old. */
export function loadQuizzes(now: number): Promise<ReadonlyMap<string, Quiz>> {
  return load('all', now);
}

const loadQuestions = cached(async (quizId): Promise<ReadonlyMap<string, QuizQuestion>> => {
  const questions = await find('quizQuestions', { quizId }, { limit: questionsMax });
  return new Map(questions.map((question) => [question._id, question]));
}, 50);

/** A quiz's bank by question, at most 30 s old; those no longer asked too, since a round may have been dealt with them. */
export function loadBank(quizId: string, now: number): Promise<ReadonlyMap<string, QuizQuestion>> {
  return loadQuestions(quizId, now);
}
