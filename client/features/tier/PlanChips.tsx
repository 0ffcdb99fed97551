import type { Bilingual } from '@shared/kernel/bilingual';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { timesText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import './PlanChips.scss';

interface PlanChipsProps {
  /** Multiplier in hundredths, price in percent. */
  readonly terms: { readonly multiplier: number; readonly pricePercent: number };
  readonly vouchers: readonly Bilingual[];
  readonly tone?: 'surface' | 'night';
}

const none = 100;

/** What a paid card brings, in short words. */
export function PlanChips({ terms, vouchers, tone = 'surface' }: PlanChipsProps): ReactNode {
  const { copy, say } = useSpeech();
  const words = copy.paidCard;
  const chips = [
    ...(terms.pricePercent < none ? [words.price(terms.pricePercent)] : []),
    ...(terms.multiplier > none ? [words.times(timesText(terms.multiplier))] : []),
    ...vouchers.map((name) => words.voucher(say(name))),
  ];
  return (
    <View className="plan-chips">
      {chips.map((chip) => (
        <View key={chip} className={`plan-chips__one plan-chips__one--${tone} num`}>
          {chip}
        </View>
      ))}
    </View>
  );
}
