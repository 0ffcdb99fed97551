import type { Day } from '../../kernel/time';
import { isOpen } from '../isOpen';
import type { AnsweredQuestion, AskedQuestion, QuizRoundView, QuizView } from './contract';
import { correctIn, endOf } from './decideRound';
import type { Quiz, QuizRound } from './types';

/** A round as the phone may see it: nothing of a question before it was delivered, nothing of its answer before one was given. */
export function viewRound(round: QuizRound): QuizRoundView {
  const { points, chances, passed } = round;
  return {
    roundId: round._id,
    of: round.questions.length,
    answered: round.questions.flatMap(({ text, options, answer }, index): AnsweredQuestion[] => {
      if (answer === null || text === null) return [];
      const { option, right, correct, late, explanation } = answer;
      return [{ number: index + 1, text, options, option, right, correct, late, explanation }];
    }),
    asked:
      round.questions
        .flatMap(({ text, options, shownAt, answer }, index): AskedQuestion[] =>
          shownAt === null || text === null || answer !== null
            ? []
            : [{ number: index + 1, text, options, endsAt: endOf(shownAt, round.seconds) }],
        )
        .at(0) ?? null,
    result: round.finishedAt === null ? null : { passed, correct: correctIn(round), points, chances },
  };
}

/** A quiz with what somebody did of it today; `rounds` are theirs of today, null for somebody without a card. */
export function viewQuiz(quiz: Quiz, rounds: readonly QuizRound[] | null, today: Day): QuizView {
  const { _id, name, from, to, questionsPerRound, secondsPerQuestion, passMark, roundsPerDay, reward } = quiz;
  const going = rounds?.find((round) => round.finishedAt === null);
  return {
    ...{ id: _id, name, from, to, questionsPerRound, secondsPerQuestion, passMark, roundsPerDay, reward },
    open: isOpen(quiz, today),
    mine:
      rounds === null
        ? null
        : {
            roundsToday: rounds.length,
            passedToday: rounds.some((round) => round.passed),
            round: going === undefined ? null : viewRound(going),
          },
  };
}
