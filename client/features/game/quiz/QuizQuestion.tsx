import type { AskedQuestion } from '@shared/game/quiz/contract';
import { View } from '@tarojs/components';
import { type ReactNode, useRef, useState } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { aria } from '@/ui/aria';
import { Card } from '@/ui/Card';
import { Pressable } from '@/ui/Pressable';
import { Ring } from '@/ui/Ring';
import { useLeftMs } from './useLeftMs';
import './Quiz.scss';

interface QuizQuestionProps {
  readonly asked: AskedQuestion;
  readonly of: number;
  readonly seconds: number;
  readonly onAnswer: (option: number | null) => Promise<void>;
}

const letters = 'ABCDEF';

/** A question whose time runs: one tap answers it. When the time is over it is given up by itself. */
export function QuizQuestion({ asked, of, seconds, onAnswer }: QuizQuestionProps): ReactNode {
  const { copy, say } = useSpeech();
  const words = copy.gameQuiz;
  const { chosen, send } = useOneAnswer(onAnswer);
  const leftMs = useLeftMs(asked.endsAt, () => send(null));
  return (
    <Card>
      <View className="row row--apart">
        <View className="note num">{words.number(asked.number, of)}</View>
        <View className="row quiz__clock num">
          <Ring part={leftMs / (seconds * 1000)} />
          <View {...aria({ role: 'timer' })}>{leftMs === 0 ? words.timeUp : words.left(Math.ceil(leftMs / 1000))}</View>
        </View>
      </View>
      <View className="quiz__text" {...aria({ role: 'heading', level: 2 })}>
        {say(asked.text)}
      </View>
      {asked.options.map((option, place) => (
        <Pressable
          key={letters.charAt(place)}
          className={`quiz__option ${chosen === place ? 'quiz__option--chosen' : ''}`}
          state={chosen === place ? { busy: true } : {}}
          onPress={() => send(place)}
        >
          <View className="quiz__letter">{letters.charAt(place)}</View>
          <View className="grow">{say(option)}</View>
        </Pressable>
      ))}
    </Card>
  );
}

/** Sends one answer at a time; a second tap while one is on its way is none. */
function useOneAnswer(onAnswer: QuizQuestionProps['onAnswer']): {
  readonly chosen: number | null;
  readonly send: (option: number | null) => void;
} {
  const [chosen, setChosen] = useState<number | null>(null);
  const sending = useRef(false);
  const send = (option: number | null): void => {
    if (sending.current) return;
    sending.current = true;
    setChosen(option);
    void onAnswer(option).finally(() => {
      sending.current = false;
      setChosen(null);
    });
  };
  return { chosen, send };
}
