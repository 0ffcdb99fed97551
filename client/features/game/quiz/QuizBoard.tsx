import type { QuizView } from '@shared/game/quiz/contract';
import { type ReactNode, useState } from 'react';
import { QuizIntro } from './QuizIntro';
import { QuizQuestion } from './QuizQuestion';
import { QuizResult } from './QuizResult';
import { QuizVerdict } from './QuizVerdict';
import type { Quizzing } from './useQuiz';

interface QuizBoardProps {
  readonly view: QuizView;
  readonly quiz: Quizzing;
}

/** Where a quiz stands: its rules, a question, what was right, or how the round ended. */
export function QuizBoard({ view, quiz }: QuizBoardProps): ReactNode {
  /** The round whose end has been looked at. */
  const [seen, setSeen] = useState<string | null>(null);
  const { round } = quiz;
  if (round === null) return <QuizIntro view={view} onBegin={quiz.begin} />;
  const { asked, answered, result, roundId, of } = round;
  if (asked !== null)
    return (
      <QuizQuestion key={`${roundId}:${asked.number}`} asked={asked} of={of} seconds={view.secondsPerQuestion} onAnswer={quiz.answer} />
    );
  const last = answered.at(-1);
  if (last === undefined) return <QuizIntro view={view} onBegin={quiz.goOn} />;
  if (result !== null && seen === roundId) return <QuizResult view={view} result={result} of={of} onAgain={quiz.begin} />;
  return (
    <QuizVerdict
      answered={last}
      of={of}
      onNext={() => {
        if (result === null) return quiz.goOn();
        setSeen(roundId);
        return undefined;
      }}
    />
  );
}
