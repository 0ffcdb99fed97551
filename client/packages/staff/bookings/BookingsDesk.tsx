import { clockOf, dayOf, type Day } from '@shared/kernel/time';
import type { ShopBooking } from '@shared/voucher/booking/contract';
import type { BookingStanding } from '@shared/voucher/booking/view';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { open } from '@/platform/navigate';
import { serverNow } from '@/platform/serverClock';
import { useShown } from '@/platform/useShown';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { CardBones } from '@/ui/CardBones';
import { Empty } from '@/ui/Empty';
import { ListRow } from '@/ui/ListRow';
import { SectionHead } from '@/ui/SectionHead';
import { Tag } from '@/ui/Tag';
import { Trouble } from '@/ui/Trouble';
import { DaySwitch } from './DaySwitch';
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

/** A day's sessions one after the other: who is expected, who is here, who did not come. Today's first; other days are to look at. */
export function BookingsDesk({ offsetMinutes }: { readonly offsetMinutes: number }): ReactNode {
  const words = useSpeech().copy.booking.shop;
  const today = dayOf(serverNow(), offsetMinutes);
  const [day, setDay] = useState(today);
  const { bookings, next, trouble, load, more } = useShopBookings();
  const reload = (): Promise<void> => load(day);
  useShown(() => void reload());
  const change = (wanted: Day): void => {
    setDay(wanted);
    void load(wanted);
  };
  return (
    <View className="bookings-desk">
      <DaySwitch today={today} day={day} onChange={change} />
      {trouble !== null && <Trouble refusal={trouble} onRetry={reload} />}
      {bookings === null && trouble === null && <CardBones />}
      {bookings?.length === 0 && (
        <Empty icon="calendar" title={words.none} note={day < today ? words.past : words.noneNote}>
          {day >= today && (
            <Button size="small" tone="tint" onPress={reload}>
              {words.refresh}
            </Button>
          )}
        </Empty>
      )}
      {bookings !== null && bookings.length > 0 && (
        <>
          <View className="bookings-desk__sessions">
            {sessionsOf(bookings).map((session) => (
              <SessionCard key={session[0]?.bookingId} bookings={session} offsetMinutes={offsetMinutes} />
            ))}
          </View>
          {next !== null && <MoreKey onPress={more} />}
          <DayKeys day={day} today={today} onRefresh={reload} />
        </>
      )}
    </View>
  );
}

function MoreKey({ onPress }: { readonly onPress: () => Promise<void> }): ReactNode {
  return (
    <Button tone="plain" onPress={onPress}>
      {useSpeech().copy.house.more}
    </Button>
  );
}

/** What can be done about the bookings of a day: on the day itself people are let in, before it one waits, afterwards nothing. */
function DayKeys({
  day,
  today,
  onRefresh,
}: {
  readonly day: Day;
  readonly today: Day;
  readonly onRefresh: () => Promise<void>;
}): ReactNode {
  const words = useSpeech().copy.booking.shop;
  if (day < today) return <View className="note bookings-desk__note">{words.past}</View>;
  const isToday = day === today;
  return (
    <>
      <View className="note bookings-desk__note">{isToday ? words.how : words.ahead}</View>
      <View className="bookings-desk__keys">
        {isToday && <Button onPress={() => open('till')}>{words.toTill}</Button>}
        <Button tone="plain" onPress={onRefresh}>
          {words.refresh}
        </Button>
      </View>
    </>
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
        end={words.counted(arrived, bookings.filter(({ standing }) => standing !== 'calledOff').length)}
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
