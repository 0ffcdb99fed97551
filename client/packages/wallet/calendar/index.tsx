import { dayOf, monthOf } from '@shared/kernel/time';
import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { CheckinCalendar } from '@/features/checkin/CheckinCalendar';
import { CheckinCard } from '@/features/checkin/CheckinCard';
import { CheckinCardBones } from '@/features/checkin/CheckinCardBones';
import { loadHome, takeCheckin } from '@/features/member/homeStore';
import { JoinInvite } from '@/features/member/JoinInvite';
import { OfflineNotice } from '@/features/member/OfflineNotice';
import { useHome } from '@/features/member/useHome';
import { Screen } from '@/ui/Screen';

/** The check-in calendar. Taro asks for the default export. */
export default function CalendarPage(): ReactNode {
  const { copy } = useSpeech();
  const state = useHome('missing');
  const { home, trouble } = state;
  return (
    <Screen title={copy.checkin.calendar.title}>
      <OfflineNotice state={state} />
      {home === null && trouble === null && <CheckinCardBones />}
      {home?.joined === false && <JoinInvite welcome={home} lead={copy.checkin.calendar.noneNote} />}
      {home?.joined === true && (
        <>
          <CheckinCalendar
            key={`${home.checkin.today}-${String(home.checkin.doneToday)}-${home.checkin.monthDays}`}
            today={home.checkin.today}
            from={monthOf(dayOf(home.joinedAt, home.offsetMinutes))}
            dayOnePoints={home.checkin.ladder[0] ?? 0}
            onMadeUp={takeCheckin}
          />
          <CheckinCard checkin={home.checkin} onDone={takeCheckin} onStale={() => void loadHome()} />
        </>
      )}
    </Screen>
  );
}
