import { dayOf, monthOf } from '@shared/kernel/time';
import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { CheckinCalendar } from '@/features/checkin/CheckinCalendar';
import { CheckinCard } from '@/features/checkin/CheckinCard';
import { loadHome, takeCheckin } from '@/features/member/homeStore';
import { MemberScreen } from '@/features/member/MemberScreen';
import { useHome } from '@/features/member/useHome';
import { CardBones } from '@/ui/CardBones';

/** The check-in calendar. Taro asks for the default export. */
export default function CalendarPage(): ReactNode {
  const { copy } = useSpeech();
  const state = useHome('missing');
  return (
    <MemberScreen title={copy.checkin.calendar.title} state={state} lead={copy.checkin.calendar.noneNote} bones={<CardBones />}>
      {(home) => (
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
    </MemberScreen>
  );
}
