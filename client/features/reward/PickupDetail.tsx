import { dayOf } from '@shared/kernel/time';
import type { PickupView } from '@shared/reward/types';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { dayText, momentText, numberText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { aria } from '@/ui/aria';
import { Card } from '@/ui/Card';
import { CodePaper } from '@/ui/CodePaper';
import { Notice } from '@/ui/Notice';
import { Tag } from '@/ui/Tag';
import { CancelKey } from './CancelKey';
import { dropPickup } from './pickupStore';
import { shopsText } from './shopsText';
import './PickupDetail.scss';

interface PickupDetailProps {
  readonly pickup: PickupView;
  readonly offsetMinutes: number;
}

/** One redeemed thing: its code for the shop's scanner, where to take it, or when it was taken. */
export function PickupDetail({ pickup, offsetMinutes }: PickupDetailProps): ReactNode {
  const speech = useSpeech();
  const { copy, say, language } = speech;
  const words = copy.reward;
  const { handedOverAt, handedOverShop } = pickup;
  const taken = handedOverAt !== null && handedOverShop !== null;
  return (
    <>
      <Card>
        <View className="row row--apart">
          <View className="pickup-detail__name" {...aria({ role: 'heading', level: 2 })}>
            {say(pickup.name)}
          </View>
          <Tag tone={taken ? 'quiet' : 'silk'}>{taken ? words.handedOverTag : words.waiting}</Tag>
        </View>
        <View className="note num">
          {words.price(numberText(pickup.points))} · {words.redeemedOn(dayText(dayOf(pickup.redeemedAt, offsetMinutes), language))}
        </View>
        <View className="note">{words.pickAt(shopsText(pickup.shopNames, speech))}</View>
      </Card>
      {taken ? (
        <Notice tone="good">{words.handedOver(momentText(handedOverAt, offsetMinutes, language), say(handedOverShop))}</Notice>
      ) : (
        <CodePaper name="pickup" digits={pickup.pickupCode} bars={words.pickup.bars} qr={words.pickup.qr} hint={words.pickup.hint} />
      )}
      {!taken && <CancelKey redemption={pickup} offsetMinutes={offsetMinutes} onCancelled={() => dropPickup(pickup.redemptionId)} />}
    </>
  );
}
