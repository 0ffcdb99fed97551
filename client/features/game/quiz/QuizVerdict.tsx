import type { AnsweredQuestion } from '@shared/game/quiz/contract';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { aria } from '@/ui/aria';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { Icon } from '@/ui/Icon';
import { Notice } from '@/ui/Notice';
import './Quiz.scss';

interface QuizVerdictProps {
  readonly answered: AnsweredQuestion;
  readonly of: number;
  readonly onNext: () => Promise<void> | undefined;
}

const letters = 'ABCDEF';

/** What was right, and why; the next question's time begins only when it is asked for. */
export function QuizVerdict({ answered, of, onNext }: QuizVerdictProps): ReactNode {
  const { copy, say } = useSpeech();
  const words = copy.gameQuiz;
  const { number, options, option, right, correct, late } = answered;
  const rightText = options[right];
  return (
    <Card>
      <View className="note num">{words.number(number, of)}</View>
      <View className="quiz__text" {...aria({ role: 'heading', level: 2 })}>
        {say(answered.text)}
      </View>
      {options.map((each, place) => (
        <View key={letters.charAt(place)} className={`quiz__option ${markOf(place, right, option)}`}>
          <View className="quiz__letter">
            {place === right ? (
              <Icon name="check" size="small" />
            ) : place === option ? (
              <Icon name="close" size="small" />
            ) : (
              letters.charAt(place)
            )}
          </View>
          <View className="grow">{say(each)}</View>
        </View>
      ))}
      <Notice tone={correct ? 'good' : 'refused'}>
        <View className="strong">{correct ? words.right : late ? words.late : words.wrong}</View>
        {!correct && rightText !== undefined && <View>{words.rightIs(say(rightText))}</View>}
        <View>{say(answered.explanation)}</View>
      </Notice>
      <Button onPress={() => onNext() ?? Promise.resolve()}>{number === of ? words.finish : words.next}</Button>
    </Card>
  );
}

function markOf(place: number, right: number, option: number | null): string {
  if (place === right) return 'quiz__option--right';
  return place === option ? 'quiz__option--wrong' : '';
}
