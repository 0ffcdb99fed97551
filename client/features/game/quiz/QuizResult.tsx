import type { QuizRoundView, QuizView } from '@shared/game/quiz/contract';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { WonHead } from '../WonHead';
import './Quiz.scss';

interface QuizResultProps {
  readonly view: QuizView;
  readonly result: NonNullable<QuizRoundView['result']>;
  readonly of: number;
  readonly onAgain: () => Promise<void>;
}

/** How a round ended, what it gave, and what can be done next. */
export function QuizResult({ view, result, of, onAgain }: QuizResultProps): ReactNode {
  const words = useSpeech().copy.gameQuiz;
  const { passed, correct } = result;
  const more = !passed && view.open && (view.mine?.roundsToday ?? 0) < view.roundsPerDay;
  return (
    <Card>
      <WonHead won={passed} given={result} title={passed ? words.passed : words.failed} />
      <View className="quiz__score num">{words.score(correct, of)}</View>
      {more && <Button onPress={onAgain}>{words.again}</Button>}
      {!passed && !more && <View className="quiz__score note">{words.used}</View>}
    </Card>
  );
}
