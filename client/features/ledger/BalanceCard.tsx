import type { PointsView } from '@shared/member/contract';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { Card } from '@/ui/Card';
import { CountUp } from '@/ui/CountUp';
import './BalanceCard.scss';

/** What can be spent, what is still to come, what is owed. */
export function BalanceCard({ points }: { readonly points: PointsView }): ReactNode {
  const { copy } = useSpeech();
  const words = copy.ledger;
  return (
    <Card tone="night">
      <View className="balance-card">
        <Figure name={words.available} value={points.available} />
        <Figure name={words.pending} value={points.pending} />
        {points.debt > 0 && <Figure name={words.debt} value={points.debt} />}
      </View>
    </Card>
  );
}

function Figure({ name, value }: { readonly name: string; readonly value: number }): ReactNode {
  return (
    <View className="grow">
      <View className="balance-card__name">{name}</View>
      <CountUp value={value} className="balance-card__value" />
    </View>
  );
}
