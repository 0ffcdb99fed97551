import { dayOf } from '@shared/kernel/time';
import type { OpenedInvitation } from '@shared/referral/contract';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { dayText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { aria } from '@/ui/aria';
import { Card } from '@/ui/Card';
import { giftText } from './giftText';
import './OpenedCard.scss';

/** What somebody new is invited to: by whom, the gift, until when, and what the friend will see. */
export function OpenedCard({ opened, ornament }: { readonly opened: OpenedInvitation; readonly ornament: ReactNode }): ReactNode {
  const speech = useSpeech();
  const { copy, language } = speech;
  const words = copy.referral.open;
  const { from, until, terms, standing, offsetMinutes } = opened;
  return (
    <>
      <Card tone="night">
        {ornament}
        <View className="opened-card__title" {...aria({ role: 'heading', level: 2 })}>
          {words.title(from ?? copy.referral.someone)}
        </View>
        <View className="opened-card__lead">{words.lead}</View>
        <View className="opened-card__gift">
          <View className="opened-card__label">{words.gift}</View>
          <View className="opened-card__what num">{giftText(terms, speech)}</View>
          {until !== null && <View className="opened-card__label">{words.until(dayText(dayOf(until, offsetMinutes), language))}</View>}
        </View>
      </Card>
      <View className="opened-card__note note">{standing === 'other' ? words.other : words.privacy}</View>
    </>
  );
}
