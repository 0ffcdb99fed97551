import type { ReferralTerms } from '@shared/referral/contract';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { aria } from '@/ui/aria';
import { Card } from '@/ui/Card';
import { SectionHead } from '@/ui/SectionHead';
import './RulesCard.scss';

/** How it counts, in plain words. */
export function RulesCard({ terms }: { readonly terms: ReferralTerms }): ReactNode {
  const words = useSpeech().copy.referral;
  const list = words.ruleList(terms.touchDays, terms.purchaseDays, terms.perMonthMax);
  return (
    <Card>
      <SectionHead title={words.rules} />
      <View {...aria({ role: 'list' })}>
        {[...list, ...(terms.needsPhone ? [words.rulePhone] : [])].map((rule, index) => (
          <View key={rule} className="rules-card__one note" {...aria({ role: 'listitem' })}>
            <View className="rules-card__number num">{index + 1}</View>
            <View className="grow">{rule}</View>
          </View>
        ))}
      </View>
    </Card>
  );
}
