import type { Tier, TierId } from '@shared/tier/types';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { numberText, timesText } from '@/copy/format';
import { type Speech, useSpeech } from '@/copy/useSpeech';
import { aria } from '@/ui/aria';
import { Card } from '@/ui/Card';
import { SectionHead } from '@/ui/SectionHead';
import { Tag } from '@/ui/Tag';
import './TierBenefits.scss';

interface TierBenefitsProps {
  readonly tiers: readonly Tier[];
  readonly mine: TierId;
}

const noDiscountPercent = 100;

function birthdayOf({ birthdayGift }: Tier, words: Speech['copy']['tier']): readonly string[] {
  if (birthdayGift === null) return [];
  return ['points' in birthdayGift ? words.birthday(numberText(birthdayGift.points)) : words.birthdayVoucher];
}

/** What a tier brings, in words; every tier has its rate. */
function benefitsOf(tier: Tier, { copy }: Speech): readonly string[] {
  const words = copy.tier;
  return [
    words.times(timesText(tier.multiplier)),
    ...(tier.pricePercent < noDiscountPercent ? [words.price(tier.pricePercent)] : []),
    ...birthdayOf(tier, words),
    ...(tier.makeUpCards > 0 ? [words.makeUps(tier.makeUpCards)] : []),
    ...(tier.priorityService ? [words.service] : []),
    ...(tier.earlyAccess ? [words.early] : []),
  ];
}

/** All tiers with what they take and what they bring; mine is marked. */
export function TierBenefits({ tiers, mine }: TierBenefitsProps): ReactNode {
  const speech = useSpeech();
  const { copy, say } = speech;
  const words = copy.tier;
  return (
    <Card>
      <SectionHead title={words.table} />
      <View {...aria({ role: 'list' })}>
        {tiers.map((tier) => (
          <View
            key={tier.id}
            className={`tier-benefits__tier ${tier.id === mine ? 'tier-benefits__tier--mine' : ''}`}
            {...aria({ role: 'listitem' })}
          >
            <View className="row row--apart">
              <View className="row tier-benefits__name">
                <View className="strong">{say(tier.name)}</View>
                {tier.id === mine && <Tag>{words.now}</Tag>}
              </View>
              <View className="label num">{words.from(numberText(tier.scoreNeeded))}</View>
            </View>
            <View className="tier-benefits__chips">
              {benefitsOf(tier, speech).map((benefit) => (
                <View key={benefit} className="tier-benefits__chip num">
                  {benefit}
                </View>
              ))}
            </View>
          </View>
        ))}
      </View>
      {tiers.some((tier) => tier.priorityService) && <View className="label">{words.serviceNote}</View>}
      {tiers.some((tier) => tier.earlyAccess) && <View className="label">{words.earlyNote}</View>}
    </Card>
  );
}
