import type { CauseView } from '@shared/reward/cause';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { numberText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { CountUp } from '@/ui/CountUp';
import { Notice } from '@/ui/Notice';
import { SectionHead } from '@/ui/SectionHead';
import { Segmented } from '@/ui/Segmented';
import { GiveSheet } from './GiveSheet';
import './CauseCard.scss';

interface CauseCardProps {
  readonly cause: CauseView;
  /** Points to spend. */
  readonly available: number;
  readonly onGiven: (available: number) => void;
}

/** A cause: what it is for, how much was given, and giving to it. */
export function CauseCard({ cause, available, onGiven }: CauseCardProps): ReactNode {
  const { copy, say } = useSpeech();
  const words = copy.rewardCause;
  const [points, setPoints] = useState(cause.amounts[0] ?? 0);
  const [asking, setAsking] = useState(false);
  const [given, setGiven] = useState<number | null>(null);
  const short = points - available;
  const does = short > 0 ? copy.reward.short(numberText(short)) : words.give(numberText(points));
  return (
    <Card>
      <SectionHead title={say(cause.name)} />
      <View className="note">{say(cause.detail)}</View>
      <Sums cause={cause} />
      <Segmented
        label={words.amount}
        value={String(points)}
        onChange={(value) => setPoints(Number(value))}
        options={cause.amounts.map((amount) => ({ value: String(amount), text: words.points(numberText(amount)) }))}
      />
      <View className="cause-card__act">
        {given !== null && <Notice tone="good">{words.thanks(numberText(given))}</Notice>}
        <Button tone="tint" disabled={short > 0} label={`${does} ${words.giveTo(say(cause.name))}`} onPress={() => setAsking(true)}>
          {does}
        </Button>
      </View>
      <GiveSheet
        wanted={asking ? { cause, points } : null}
        available={available}
        onClose={() => setAsking(false)}
        onDone={(receipt) => {
          setAsking(false);
          setGiven(receipt.points);
          onGiven(receipt.available);
        }}
      />
    </Card>
  );
}

function Sums({ cause }: { readonly cause: CauseView }): ReactNode {
  const words = useSpeech().copy.rewardCause;
  return (
    <View className="row cause-card__sums">
      <View className="grow">
        <CountUp value={cause.given} className="cause-card__number" />
        <View className="label">{words.given}</View>
      </View>
      <View className="grow">
        <CountUp value={cause.mine} className="cause-card__number" />
        <View className="label">{words.mine}</View>
      </View>
    </View>
  );
}
