import type { QuoteView } from '@shared/purchase/quote';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { numberText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { Button } from '@/ui/Button';
import { Field } from '@/ui/Field';
import { Sheet } from '@/ui/Sheet';
import './PointsSheet.scss';

interface PointsSheetProps {
  readonly open: boolean;
  readonly quote: QuoteView;
  readonly onChoose: (points: number) => void;
  readonly onClose: () => void;
}

const digitsMax = 8;

/** How many points are used as cash: typed, as many as allowed, or none. */
export function PointsSheet({ open, quote, onChoose, onClose }: PointsSheetProps): ReactNode {
  const words = useSpeech().copy.purchase;
  const [typed, setTyped] = useState('');
  const points = Number(typed.replace(/\D/g, ''));
  const choose = (wanted: number): void => {
    onChoose(wanted);
    onClose();
  };
  return (
    <Sheet open={open} title={words.pointsTitle} onClose={onClose}>
      <View className="points-sheet__most note num">{words.pointsMax(numberText(quote.pointsMax))}</View>
      <Field label={words.pointsField} value={typed} onChange={setTyped} digits lengthMax={digitsMax} />
      <View className="points-sheet__keys">
        <Button disabled={points === 0} onPress={() => choose(points)}>
          {words.pointsForCash(numberText(Math.min(points, quote.pointsMax)))}
        </Button>
        <Button tone="tint" onPress={() => choose(quote.pointsMax)}>
          {words.pointsAll}
        </Button>
        <Button tone="plain" onPress={() => choose(0)}>
          {words.pointsNone}
        </Button>
      </View>
    </Sheet>
  );
}
