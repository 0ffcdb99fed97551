import type { CheckinMonth } from '@shared/checkin/contract';
import { addMonths, type Day, type Month, monthOf } from '@shared/kernel/time';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { dayText, numberText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { aria } from '@/ui/aria';
import { Card } from '@/ui/Card';
import { Icon } from '@/ui/Icon';
import { IconButton } from '@/ui/IconButton';
import { Trouble } from '@/ui/Trouble';
import { monthDays } from './monthDays';
import { useCheckinMonth } from './useCheckinMonth';
import './CheckinCalendar.scss';

interface CheckinCalendarProps {
  readonly today: Day;
  /** The month of joining: nothing is to be found before it. */
  readonly from: Month;
}

/** A month of check-ins, with the way to the months before. */
export function CheckinCalendar({ today, from }: CheckinCalendarProps): ReactNode {
  const { copy } = useSpeech();
  const [month, setMonth] = useState(monthOf(today));
  const { shown, trouble, load } = useCheckinMonth(month);
  const words = copy.checkin.calendar;
  const points = shown?.days.reduce((sum, each) => sum + each.points, 0) ?? 0;
  return (
    <Card>
      <View className="row row--apart">
        <IconButton icon="back" label={words.earlier} disabled={month <= from} onPress={() => setMonth(addMonths(month, -1))} />
        <View className="strong" {...aria({ role: 'heading', level: 2 })}>
          {words.month(Number(month.slice(0, 4)), Number(month.slice(5)))}
        </View>
        <IconButton icon="forward" label={words.later} disabled={month >= monthOf(today)} onPress={() => setMonth(addMonths(month, 1))} />
      </View>
      <View className="calendar__weekdays" {...aria({ hidden: true })}>
        {words.weekdays.map((name) => (
          <View key={name}>{name}</View>
        ))}
      </View>
      <View className={`calendar__days ${shown === null ? 'calendar__days--waiting' : ''}`} {...aria({ role: 'list' })}>
        {monthDays(month).map((day, place) =>
          day === null ? <View key={`blank-${place}`} /> : <CalendarDay key={day} day={day} today={today} shown={shown} />,
        )}
      </View>
      {trouble !== null && <Trouble refusal={trouble} onRetry={load} />}
      <View className="calendar__sum note num">
        {shown !== null && (shown.days.length === 0 ? words.none : words.count(shown.days.length, numberText(points)))}
      </View>
    </Card>
  );
}

interface CalendarDayProps {
  readonly day: Day;
  readonly today: Day;
  readonly shown: CheckinMonth | null;
}

function CalendarDay({ day, today, shown }: CalendarDayProps): ReactNode {
  const { copy, language } = useSpeech();
  const words = copy.checkin.calendar;
  const points = shown?.days.find((each) => each.day === day)?.points ?? null;
  const state = points !== null ? 'done' : day > today ? 'ahead' : 'open';
  const said = points !== null ? words.checked(points) : day > today ? words.ahead : words.missed;
  const label = shown === null ? dayText(day, language) : `${dayText(day, language)}，${said}`;
  return (
    <View
      className={`calendar__day calendar__day--${state} ${day === today ? 'calendar__day--today' : ''} num`}
      {...aria({ role: 'listitem', label, ...(day === today ? { current: 'date' } : {}) })}
    >
      <View className="calendar__disc">{points === null ? Number(day.slice(8)) : <Icon name="check" size="small" />}</View>
      <View className="calendar__points">{points === null ? '' : `+${points}`}</View>
    </View>
  );
}
