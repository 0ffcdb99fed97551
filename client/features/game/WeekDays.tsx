import { addDays, isoWeekday, type Day } from '@shared/kernel/time';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { aria } from '@/ui/aria';
import { Pressable } from '@/ui/Pressable';
import './WeekDays.scss';

interface WeekDaysProps {
  readonly today: Day;
  readonly chosen: Day;
  /** How many games there are on a day. */
  readonly countOn: (day: Day) => number;
  readonly onChoose: (day: Day) => void;
}

/** The seven days of this week, one of them chosen. */
export function WeekDays({ today, chosen, countOn, onChoose }: WeekDaysProps): ReactNode {
  const { copy } = useSpeech();
  const words = copy.game.week;
  const monday = addDays(today, 1 - isoWeekday(today));
  const week = words.weekdays.map((weekday, place) => ({ weekday, day: addDays(monday, place) }));
  return (
    <View className="week-days" {...aria({ role: 'tablist', label: words.title })}>
      {week.map(({ weekday, day }) => (
        <Pressable
          key={day}
          role="tab"
          className={`week-days__day ${day === chosen ? 'week-days__day--on' : ''}`}
          state={{ selected: day === chosen }}
          onPress={() => onChoose(day)}
        >
          <View className="label">{day === today ? copy.house.today : weekday}</View>
          <View className="num">{Number(day.slice(8))}</View>
          <View className="unseen">{words.count(countOn(day))}</View>
        </Pressable>
      ))}
    </View>
  );
}
