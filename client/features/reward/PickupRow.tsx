import type { PickupView } from '@shared/reward/types';
import type { ReactNode } from 'react';
import { dayText, momentText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { dayOf } from '@shared/kernel/time';
import { ListRow } from '@/ui/ListRow';
import { Tag } from '@/ui/Tag';

interface PickupRowProps {
  readonly pickup: PickupView;
  readonly offsetMinutes: number;
  readonly onOpen: () => void;
}

/** A redeemed thing in the member's list: waiting, or when and where it was picked up. */
export function PickupRow({ pickup, offsetMinutes, onOpen }: PickupRowProps): ReactNode {
  const { copy, say, language } = useSpeech();
  const words = copy.reward;
  const waiting = pickup.state === 'redeemed';
  const { handedOverAt, handedOverShop } = pickup;
  const note =
    handedOverAt !== null && handedOverShop !== null
      ? words.handedOver(momentText(handedOverAt, offsetMinutes, language), say(handedOverShop))
      : words.redeemedOn(dayText(dayOf(pickup.redeemedAt, offsetMinutes), language));
  return (
    <ListRow
      icon="bag"
      title={say(pickup.name)}
      note={note}
      end={<Tag tone={waiting ? 'silk' : 'quiet'}>{waiting ? words.waiting : words.handedOverTag}</Tag>}
      onPress={onOpen}
    />
  );
}
