import type { CheckinMonth } from '@shared/checkin/contract';
import type { Day } from '@shared/kernel/time';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { dayText } from '@/copy/format';
import { type Speech, useSpeech } from '@/copy/useSpeech';
import { aria } from '@/ui/aria';
import { Icon } from '@/ui/Icon';
import { Pressable } from '@/ui/Pressable';

interface CalendarDayProps {
  readonly day: Day;
  readonly today: Day;
  readonly shown: CheckinMonth | null;
  readonly onMakeUp: () => void;
}

type DayState = 'done' | 'madeUp' | 'reachable' | 'missed' | 'ahead';

/** One day of the calendar; a missed one that can be made up is a key. */
export function CalendarDay({ day, today, shown, onMakeUp }: CalendarDayProps): ReactNode {
  const speech = useSpeech();
  const record = shown?.days.find((each) => each.day === day) ?? null;
  const state = stateOf(day, today, shown);
  const label = shown === null ? dayText(day, speech.language) : `${dayText(day, speech.language)}，${said(state, record, speech)}`;
  const isToday = day === today;
  const reachable = state === 'reachable';
  const disc = <View className="calendar__disc">{record === null ? Number(day.slice(8)) : <Icon name="check" size="small" />}</View>;
  return (
    <View
      className={`calendar__day calendar__day--${state} ${isToday ? 'calendar__day--today' : ''} num`}
      {...aria({ role: 'listitem', ...(reachable ? {} : { label }), ...(isToday ? { current: 'date' } : {}) })}
    >
      {reachable ? (
        <Pressable className="calendar__key" onPress={onMakeUp}>
          {disc}
          <View className="calendar__points">{speech.copy.checkin.makeUp.key}</View>
          <View className="unseen">{label}</View>
        </Pressable>
      ) : (
        <>
          {disc}
          <View className="calendar__points">
            {record !== null && record.points > 0 && `+${record.points}`}
            {record?.voucher === true && <Icon name="ticket" size="small" />}
          </View>
        </>
      )}
    </View>
  );
}

function stateOf(day: Day, today: Day, shown: CheckinMonth | null): DayState {
  const record = shown?.days.find((each) => each.day === day);
  if (record !== undefined) return record.madeUp ? 'madeUp' : 'done';
  if (shown?.makeUps.days.includes(day) === true) return 'reachable';
  return day > today ? 'ahead' : 'missed';
}

function said(state: DayState, record: CheckinMonth['days'][number] | null, { copy }: Speech): string {
  const { calendar: words, makeUp } = copy.checkin;
  const points = record?.points ?? 0;
  if (record?.voucher === true) return words.withVoucher(points);
  switch (state) {
    case 'done':
      return words.checked(points);
    case 'madeUp':
      return words.madeUp(points);
    case 'reachable':
      return makeUp.open;
    case 'missed':
      return words.missed;
    case 'ahead':
      return words.ahead;
  }
}
