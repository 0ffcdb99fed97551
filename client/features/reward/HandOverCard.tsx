import { clockOf } from '@shared/kernel/time';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { dayText, groupsOfFour } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { aria } from '@/ui/aria';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { Icon } from '@/ui/Icon';
import { Notice } from '@/ui/Notice';
import type { PickupDesk } from './usePickupDesk';
import './HandOverCard.scss';

interface HandOverCardProps {
  readonly desk: PickupDesk;
  readonly offsetMinutes: number;
}

/** A pick-up at the counter: what it is, one key to hand it over, and that it was noted. */
export function HandOverCard({ desk, offsetMinutes }: HandOverCardProps): ReactNode {
  const { copy, say, language, refusal } = useSpeech();
  const words = copy.reward.handOver;
  const [said, setSaid] = useState<string | null>(null);
  const { check, handed } = desk;
  if (check === null) return null;
  const handOver = async (): Promise<void> => {
    const refused = await desk.handOver();
    setSaid(refused === null ? null : refusal(refused));
  };
  return (
    <Card>
      <View className="hand-over" {...aria({ role: 'status' })}>
        <View className={`hand-over__icon ${handed === null ? '' : 'hand-over__icon--done'}`}>
          <Icon name={handed === null ? 'bag' : 'check'} size="large" />
        </View>
        <View className="note">{handed === null ? words.title : words.done}</View>
        <View className="hand-over__name">{say(check.name)}</View>
        <View className="note num">{groupsOfFour(check.pickupCode)}</View>
        <View className="note">
          {handed === null ? words.on(dayText(check.redeemedOn, language)) : words.at(clockOf(handed.handedOverAt, offsetMinutes))}
        </View>
      </View>
      {said !== null && <Notice tone="refused">{said}</Notice>}
      {handed === null ? (
        <>
          <Button onPress={handOver}>{words.confirm}</Button>
          <Button tone="plain" onPress={desk.leave}>
            {copy.house.cancel}
          </Button>
        </>
      ) : (
        <Button onPress={desk.leave}>{copy.purchase.next}</Button>
      )}
    </Card>
  );
}
