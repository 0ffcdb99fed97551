import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { takeNotices } from '@/features/member/homeStore';
import { JoinInvite } from '@/features/member/JoinInvite';
import { OfflineNotice } from '@/features/member/OfflineNotice';
import { useHome } from '@/features/member/useHome';
import { AskCard } from '@/features/message/AskCard';
import { BookingList } from '@/features/voucher/booking/BookingList';
import { CardBones } from '@/ui/CardBones';
import { Screen } from '@/ui/Screen';

/** The sessions that the member booked. Taro asks for the default export. */
export default function BookingsPage(): ReactNode {
  const { copy } = useSpeech();
  const state = useHome('missing');
  const { home, trouble } = state;
  return (
    <Screen title={copy.booking.mine.title}>
      <OfflineNotice state={state} />
      {home === null && trouble === null && <CardBones />}
      {home?.joined === false && <JoinInvite welcome={home} lead={copy.member.mine.notJoinedNote} />}
      {home?.joined === true && (
        <>
          <BookingList offsetMinutes={home.offsetMinutes} />
          <AskCard topics={['booking']} notices={home.notices} onChange={takeNotices} />
        </>
      )}
    </Screen>
  );
}
