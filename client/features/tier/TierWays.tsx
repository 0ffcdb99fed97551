import { type Interaction, interactionScores } from '@shared/tier/types';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { Card } from '@/ui/Card';
import { SectionHead } from '@/ui/SectionHead';
import './TierWays.scss';

/** What raises the score: points of purchases, and what counts once a day. */
export function TierWays(): ReactNode {
  const { copy } = useSpeech();
  const words = copy.tier;
  const kinds = Object.keys(interactionScores) as Interaction[];
  return (
    <Card>
      <SectionHead title={words.ways} />
      <View className="note tier-ways__line">{words.waysPoints}</View>
      <View className="note tier-ways__line">{words.waysDaily}</View>
      {kinds.map((kind) => (
        <View key={kind} className="row row--apart tier-ways__kind">
          <View>{words.interactions[kind]}</View>
          <View className="num strong">{words.plus(interactionScores[kind])}</View>
        </View>
      ))}
    </Card>
  );
}
