import { clockOf } from '@shared/kernel/time';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { dayText, groupsOfFour } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { CounterItem } from '@/ui/CounterItem';
import { Notice } from '@/ui/Notice';
import type { PickupDesk } from './usePickupDesk';

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
      <CounterItem icon="bag" done={handed !== null} kind={handed === null ? words.title : words.done} name={say(check.name)}>
        <View className="note num">{groupsOfFour(check.pickupCode)}</View>
        <View className="note">
          {handed === null ? words.on(dayText(check.redeemedOn, language)) : words.at(clockOf(handed.handedOverAt, offsetMinutes))}
        </View>
      </CounterItem>
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
