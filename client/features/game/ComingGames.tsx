import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { Card } from '@/ui/Card';
import { Icon } from '@/ui/Icon';
import type { IconName } from '@/ui/icons';
import { Tag } from '@/ui/Tag';
import './ComingGames.scss';

const games = [
  ['quiz', 'question'],
  ['riddle', 'lantern'],
  ['jigsaw', 'puzzle'],
] as const satisfies readonly (readonly [string, IconName])[];

/** The games that are being made: what each will be, and that none is open yet. */
export function ComingGames(): ReactNode {
  const { copy } = useSpeech();
  const words = copy.game;
  return (
    <>
      <Card>
        {games.map(([name, icon]) => (
          <View key={name} className="coming-games__one">
            <View className="coming-games__icon">
              <Icon name={icon} />
            </View>
            <View className="grow">
              <View className="strong">{words[name].title}</View>
              <View className="note">{words[name].note}</View>
            </View>
            <Tag tone="quiet">{words.soon}</Tag>
          </View>
        ))}
      </Card>
      <View className="coming-games__chances note">{words.chances}</View>
    </>
  );
}
