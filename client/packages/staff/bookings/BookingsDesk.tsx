import { clockOf } from '@shared/kernel/time';
import type { ShopBooking } from '@shared/voucher/booking/contract';
import type { BookingStanding } from '@shared/voucher/booking/view';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { open } from '@/platform/navigate';
import { useShown } from '@/platform/useShown';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { CardBones } from '@/ui/CardBones';
import { Empty } from '@/ui/Empty';
import { ListRow } from '@/ui/ListRow';
import { SectionHead } from '@/ui/SectionHead';
import { Tag } from '@/ui/Tag';
import { Trouble } from '@/ui/Trouble';
import { useShopBookings } from './useShopBookings';
import './index.scss';

const toneOf = {
  booked: 'silk',
  attended: 'good',
  missed: 'warn',
  moved: 'quiet',
  cancelled: 'quiet',
  calledOff: 'quiet',
} as const satisfies Readonly<Record<BookingStanding, string>>;

/** Today's sessions one after the other: who is expected, who is here, who did not come. */
export function BookingsDesk({ offsetMinutes }: { readonly offsetMinutes: number }): ReactNode {
  const { copy } = useSpeech();
  const words = copy.booking.shop;
  const { bookings, next, trouble, load, more } = useShopBookings();
  useShown(() => void load());
  return (
    <View className="bookings-desk">
      {trouble !== null && <Trouble refusal={trouble} onRetry={load} />}
      {bookings === null && trouble === null && <CardBones />}
      {bookings?.length === 0 && (
        <Empty icon="calendar" title={words.none} note={words.noneNote}>
          <Button size="small" tone="tint" onPress={load}>
            {words.refresh}
          </Button>
        </Empty>
      )}
      {bookings !== null && bookings.length > 0 && (
        <>
          {sessionsOf(bookings).map((session) => (
            <SessionCard key={session[0]?.bookingId} bookings={session} offsetMinutes={offsetMinutes} />
          ))}
          {next !== null && (
            <Button tone="plain" onPress={more}>
              {copy.house.more}
            </Button>
          )}
          <View className="note">{words.how}</View>
          <View className="bookings-desk__keys">
            <Button onPress={() => open('till')}>{words.toTill}</Button>
            <Button tone="plain" onPress={load}>
              {words.refresh}
            </Button>
          </View>
        </>
      )}
    </View>
  );
}

/** Bookings of one session together, in their order. */
function sessionsOf(bookings: readonly ShopBooking[]): readonly (readonly ShopBooking[])[] {
  const keys = [...new Set(bookings.map(keyOf))];
  return keys.map((key) => bookings.filter((booking) => keyOf(booking) === key));
}

function keyOf({ startsAt, name }: ShopBooking): string {
  return `${startsAt} ${name.zh}`;
}

function SessionCard({
  bookings,
  offsetMinutes,
}: {
  readonly bookings: readonly ShopBooking[];
  readonly offsetMinutes: number;
}): ReactNode {
  const { copy, say } = useSpeech();
  const words = copy.booking.shop;
  const [first] = bookings;
  if (first === undefined) return null;
  const clock = (at: number): string => clockOf(at, offsetMinutes);
  const arrived = bookings.filter(({ standing }) => standing === 'attended').length;
  return (
    <Card>
      <SectionHead
        title={words.session(say(first.name), clock(first.startsAt), clock(first.endsAt))}
        end={words.counted(arrived, bookings.length)}
      />
      {bookings.map(({ bookingId, standing, nickname, cardTail }) => (
        <ListRow
          key={bookingId}
          icon="person"
          title={nickname === '' ? words.nobody : nickname}
          note={words.card(cardTail)}
          end={<Tag tone={toneOf[standing]}>{words.standing[standing]}</Tag>}
        />
      ))}
    </Card>
  );
}
