import type { RacePrize } from '@shared/ledger/race';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { numberText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { Card } from '@/ui/Card';
import { SectionHead } from '@/ui/SectionHead';

/** What the places win, and how points come to count. */
export function RacePrizes({ prizes }: { readonly prizes: readonly RacePrize[] }): ReactNode {
  const words = useSpeech().copy.ledgerRace;
  return (
    <Card>
      <SectionHead title={words.prizes} />
      {prizes.map(({ upTo, points }, index) => (
        <View key={upTo} className="row row--apart num">
          <View>{words.places((prizes[index - 1]?.upTo ?? 0) + 1, upTo)}</View>
          <View className="strong">{words.prize(numberText(points))}</View>
        </View>
      ))}
      <View className="note">{words.rule}</View>
    </Card>
  );
}
