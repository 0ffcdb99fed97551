import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { open } from '@/platform/navigate';
import { Card } from '@/ui/Card';
import { Icon } from '@/ui/Icon';
import { Pressable } from '@/ui/Pressable';
import './PlayTeaser.scss';

/** On the home screen: what is being prepared, and the way to read about it. */
export function PlayTeaser(): ReactNode {
  const { copy } = useSpeech();
  const words = copy.game.teaser;
  return (
    <Pressable role="link" className="play-teaser" onPress={() => open('play')}>
      <Card>
        <View className="row play-teaser__row">
          <View className="play-teaser__icon">
            <Icon name="lantern" />
          </View>
          <View className="grow">
            <View className="strong">{words.title}</View>
            <View className="note">{words.note}</View>
          </View>
          <Icon name="forward" size="small" />
        </View>
      </Card>
    </Pressable>
  );
}
