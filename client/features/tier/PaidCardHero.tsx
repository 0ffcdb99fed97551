import { dayNumber, type Day } from '@shared/kernel/time';
import type { PaidCardView } from '@shared/tier/paidCardContract';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { dayText, moneyText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { Card } from '@/ui/Card';
import { Icon } from '@/ui/Icon';
import { PlanChips } from './PlanChips';
import './PaidCardHero.scss';

/** An end nearer than this is said in days. */
const nearDays = 7;

/** The card that runs now: until when, what it brings, what it saved. */
export function PaidCardHero({ card, today }: { readonly card: PaidCardView; readonly today: Day }): ReactNode {
  const { copy, say, language } = useSpeech();
  const words = copy.paidCard;
  const left = dayNumber(card.until) - dayNumber(today);
  return (
    <Card tone="night">
      <View className="row paid-hero__head">
        <Icon name="card" />
        <View className="paid-hero__name">{say(card.name)}</View>
      </View>
      <View className="paid-hero__until num">{words.until(dayText(card.until, language, today))}</View>
      {left <= nearDays && <View className="paid-hero__near num">{words.ends(left)}</View>}
      <View className="row row--base paid-hero__saved">
        <View className="paid-hero__sum num">{words.yuan(moneyText(card.savedFen))}</View>
        <View className="paid-hero__unit">{words.saved}</View>
      </View>
      <PlanChips terms={card} vouchers={[]} tone="night" />
      <View className="paid-hero__note">{words.savedNote}</View>
    </Card>
  );
}
