import type { RefundableLine } from '@shared/purchase/refundContract';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { moneyText, numberText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { Button } from '@/ui/Button';

interface RefundLineProps {
  readonly line: RefundableLine;
  readonly name: string;
  readonly chosen: number;
  readonly onChoose: (units: number) => void;
}

/** One line of a purchase and how many of its units come back. */
export function RefundLine({ line, name, chosen, onChoose }: RefundLineProps): ReactNode {
  const words = useSpeech().copy.refund;
  return (
    <View className="refund-line">
      <View className="grow">
        <View className="num">
          {name} · ¥{moneyText(line.payableFen)}
        </View>
        <View className="label num">{words.units(numberText(line.unitsLeft), numberText(line.units))}</View>
      </View>
      <Button size="small" tone="plain" label={words.less(name)} disabled={chosen === 0} onPress={() => onChoose(chosen - 1)}>
        −
      </Button>
      <View className="refund-line__units num">{chosen}</View>
      <Button size="small" tone="tint" label={words.more(name)} disabled={chosen >= line.unitsLeft} onPress={() => onChoose(chosen + 1)}>
        +
      </Button>
    </View>
  );
}
