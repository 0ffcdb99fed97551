import type { GivenReward } from '@shared/game/reward';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { numberText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { open } from '@/platform/navigate';
import { aria } from '@/ui/aria';
import { Button } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import './WonHead.scss';

interface WonHeadProps {
  readonly won: boolean;
  readonly title: string;
  readonly given: GivenReward;
}

/** How a game ended: the title, what it gave, and the way to the draws when that was a chance. */
export function WonHead({ won, title, given }: WonHeadProps): ReactNode {
  const words = useSpeech().copy.game.given;
  const text = given.chances > 0 ? words.chances(given.chances) : given.points > 0 ? words.points(numberText(given.points)) : words.noRoom;
  return (
    <View className="won-head">
      <View className={`won-head__icon ${won ? 'won-head__icon--won' : ''}`}>
        <Icon name={won ? 'star' : 'lantern'} size="large" />
      </View>
      <View className="won-head__title" {...aria({ role: 'heading', level: 2 })}>
        {title}
      </View>
      {won && <View {...aria({ role: 'status' })}>{text}</View>}
      {won && given.chances > 0 && (
        <View className="won-head__act">
          <Button onPress={() => open('play')}>{words.toDraw}</Button>
        </View>
      )}
    </View>
  );
}
