import type { PlanView } from '@shared/tier/paidCardContract';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { moneyText, numberText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { SectionHead } from '@/ui/SectionHead';
import { PlanChips } from './PlanChips';
import './PlanCard.scss';

interface PlanCardProps {
  readonly plan: PlanView;
  readonly takesMoney: boolean;
  readonly onBuy: () => void;
}

/** A plan on offer: what it brings, for how long, what it costs. */
export function PlanCard({ plan, takesMoney, onBuy }: PlanCardProps): ReactNode {
  const { copy, say } = useSpeech();
  const words = copy.paidCard;
  const { priceFen, points } = plan;
  const inMoney = takesMoney ? priceFen : null;
  return (
    <Card>
      <SectionHead title={say(plan.name)} end={words.days(plan.days)} />
      <View className="note">{say(plan.detail)}</View>
      <PlanChips terms={plan} vouchers={plan.vouchers} />
      <View className="row row--apart plan-card__foot">
        <View className="grow">
          <View className="plan-card__price num">
            {inMoney === null ? words.byPoints(numberText(points ?? 0)) : words.yuan(moneyText(inMoney))}
          </View>
          {inMoney !== null && (
            <View className="label num">
              {[words.perDay(moneyText(Math.round(inMoney / plan.days))), ...(points === null ? [] : [words.or(numberText(points))])].join(
                ' · ',
              )}
            </View>
          )}
        </View>
        <Button size="small" tone="tint" label={words.buyName(say(plan.name))} onPress={onBuy}>
          {words.buy}
        </Button>
      </View>
    </Card>
  );
}
