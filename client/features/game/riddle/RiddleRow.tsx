import type { RiddleView } from '@shared/game/riddle/contract';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { numberText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { Card } from '@/ui/Card';
import { Pressable } from '@/ui/Pressable';
import { Tag } from '@/ui/Tag';
import './Riddle.scss';

interface RiddleRowProps {
  readonly riddle: RiddleView;
  readonly onPress: () => void;
}

const toneOf = { open: 'silk', solved: 'good', missed: 'quiet' } as const;

/** One riddle on the wall: its text, what is to be guessed, what it gives, and how the member stands with it. */
export function RiddleRow({ riddle, onPress }: RiddleRowProps): ReactNode {
  const { copy, say } = useSpeech();
  const words = copy.gameRiddle;
  const { text, category, state, reward, solution } = riddle;
  return (
    <Pressable onPress={onPress}>
      <Card>
        <View className="row row--apart riddle__head">
          <View className="label num">{words.place(riddle.place)}</View>
          <Tag tone={toneOf[state]}>
            {state === 'open'
              ? reward.kind === 'chance'
                ? words.reward.chance(reward.count)
                : words.reward.points(numberText(reward.points))
              : words.states[state]}
          </Tag>
        </View>
        <View className="riddle__text">{say(text)}</View>
        <View className="note">{solution === null ? words.category(say(category)) : words.solution(solution.answer)}</View>
      </Card>
    </Pressable>
  );
}
