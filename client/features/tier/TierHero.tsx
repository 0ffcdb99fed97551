import type { TierOverview } from '@shared/tier/contract';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { Card } from '@/ui/Card';
import { CountUp } from '@/ui/CountUp';
import { TierOrnament } from './TierOrnament';
import { TierProgress } from './TierProgress';
import './TierHero.scss';

/** My tier, my score, how much more to rise and how much more by when to keep it. */
export function TierHero({ overview }: { readonly overview: TierOverview }): ReactNode {
  const { copy, say } = useSpeech();
  const { tier, today } = overview;
  return (
    <Card tone="night">
      <TierOrnament tier={tier.id} />
      <View className="tier-hero__name">{copy.member.tierMember(say(tier.name))}</View>
      <View className="row row--base">
        <CountUp value={tier.score} className="tier-hero__score" />
        <View className="tier-hero__unit">{copy.tier.score}</View>
      </View>
      <TierProgress tier={tier} today={today} />
      <View className="tier-hero__note">{copy.tier.scoreNote}</View>
    </Card>
  );
}
