import { clockOf, minuteMs } from '@shared/kernel/time';
import type { BookingView } from '@shared/voucher/booking/view';
import type { VoucherView } from '@shared/voucher/view';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { momentText } from '@/copy/format';
import { type Speech, useSpeech } from '@/copy/useSpeech';
import { open } from '@/platform/navigate';
import { useNow } from '@/platform/useNow';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { Notice } from '@/ui/Notice';
import { SectionHead } from '@/ui/SectionHead';
import { sessionText } from './bookingText';
import { CancelSheet } from './CancelSheet';
import './BookingCard.scss';

interface BookingCardProps {
  readonly voucher: VoucherView;
  readonly offsetMinutes: number;
  readonly onChange: (voucher: VoucherView) => void;
  /** Called when the server knows better than this screen. */
  readonly onStale: () => void;
}

/** The session booked with a voucher: where, when, until when it can be changed; or the way to book one. */
export function BookingCard(props: BookingCardProps): ReactNode {
  const { voucher, offsetMinutes } = props;
  const { copy, language } = useSpeech();
  const words = copy.booking;
  const { booking, voucherId } = voucher;
  if (booking?.standing === 'booked') return <Booked {...props} booking={booking} />;
  const lost = lostText(booking, words, (at) => momentText(at, offsetMinutes, language));
  return (
    <Card>
      {lost !== null && <Notice tone="refused">{lost}</Notice>}
      <SectionHead title={words.need} />
      <View className="note">{words.needNote}</View>
      <View className="booking-card__keys">
        <Button onPress={() => open('booking', { voucher: voucherId })}>{lost === null ? words.go : words.again}</Button>
      </View>
    </Card>
  );
}

/** What became of a session that there was; null where there was none. */
function lostText(booking: BookingView | null, words: Speech['copy']['booking'], when: (at: number) => string): string | null {
  if (booking?.standing === 'missed') return words.missed(when(booking.startsAt));
  return booking?.standing === 'calledOff' ? words.calledOff(when(booking.startsAt)) : null;
}

function Booked({ voucher, booking, offsetMinutes, onChange, onStale }: BookingCardProps & { readonly booking: BookingView }): ReactNode {
  const speech = useSpeech();
  const { copy, say, language } = speech;
  const words = copy.booking;
  const [cancelling, setCancelling] = useState(false);
  const now = useNow(minuteMs);
  const { shopName, arriveFrom, arriveUntil, changeUntil } = booking;
  const changeable = now <= changeUntil;
  return (
    <Card>
      <SectionHead title={words.booked} end={say(shopName)} />
      <View className="booking-card__when num">{sessionText(booking, offsetMinutes, speech)}</View>
      <View className="note num">{words.arrive(clockOf(arriveFrom, offsetMinutes), clockOf(arriveUntil, offsetMinutes))}</View>
      <View className="note">{words.late}</View>
      <View className="note num">
        {changeable ? words.changeUntil(momentText(changeUntil, offsetMinutes, language)) : words.changeOver}
      </View>
      {changeable && (
        <View className="booking-card__keys">
          <Button tone="tint" onPress={() => open('booking', { voucher: voucher.voucherId })}>
            {words.change}
          </Button>
          <Button tone="plain" onPress={() => setCancelling(true)}>
            {words.cancel}
          </Button>
        </View>
      )}
      <CancelSheet
        open={cancelling}
        bookingId={booking.bookingId}
        onClose={() => setCancelling(false)}
        onChange={onChange}
        onStale={onStale}
      />
    </Card>
  );
}
