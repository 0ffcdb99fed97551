import type { BookingStanding } from '@shared/voucher/booking/view';
import { type ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { open } from '@/platform/navigate';
import { useShown } from '@/platform/useShown';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { CardBones } from '@/ui/CardBones';
import { Empty } from '@/ui/Empty';
import { ListRow } from '@/ui/ListRow';
import { Tag } from '@/ui/Tag';
import { Trouble } from '@/ui/Trouble';
import { startText } from './bookingText';
import { useBookings } from './useBookings';

const toneOf = {
  booked: 'silk',
  attended: 'good',
  missed: 'warn',
  moved: 'quiet',
  cancelled: 'quiet',
  calledOff: 'warn',
} as const satisfies Readonly<Record<BookingStanding, string>>;

/** The member's bookings, each with how it stands; one leads to its voucher. */
export function BookingList({ offsetMinutes }: { readonly offsetMinutes: number }): ReactNode {
  const speech = useSpeech();
  const { copy, say } = speech;
  const words = copy.booking.mine;
  const { page, trouble, load, more } = useBookings();
  useShown(() => void load());
  if (page === null) return trouble === null ? <CardBones /> : <Trouble refusal={trouble} onRetry={load} />;
  if (page.bookings.length === 0) {
    return (
      <Empty icon="calendar" title={words.none} note={words.noneNote}>
        <Button size="small" tone="tint" onPress={() => open('vouchers')}>
          {words.toVouchers}
        </Button>
      </Empty>
    );
  }
  return (
    <>
      <Card>
        {page.bookings.map((booking) => (
          <ListRow
            key={booking.bookingId}
            icon="calendar"
            title={startText(booking, offsetMinutes, speech)}
            note={`${say(booking.name)} · ${say(booking.shopName)}`}
            end={<Tag tone={toneOf[booking.standing]}>{words.standing[booking.standing]}</Tag>}
            onPress={() => open('voucher', { voucher: booking.voucherId })}
          />
        ))}
      </Card>
      {trouble !== null && <Trouble refusal={trouble} onRetry={load} />}
      {page.next !== null && trouble === null && (
        <Button tone="plain" onPress={more}>
          {copy.house.more}
        </Button>
      )}
    </>
  );
}
