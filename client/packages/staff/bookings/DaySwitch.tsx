import { addDays, type Day } from '@shared/kernel/time';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { weekdayName } from '@/features/voucher/booking/bookingText';
import { dayText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { useHardKeys } from '@/platform/useHardKeys';
import { aria } from '@/ui/aria';
import { Button } from '@/ui/Button';
import { IconButton } from '@/ui/IconButton';

/** So many days back and ahead are looked at: as far ahead as booking can be open. */
const reachDays = 31;

interface DaySwitchProps {
  readonly today: Day;
  readonly day: Day;
  readonly onChange: (day: Day) => void;
}

/** One day, with arrows to the ones beside it, which the arrow keys do too, and the way back to today. */
export function DaySwitch({ today, day, onChange }: DaySwitchProps): ReactNode {
  const speech = useSpeech();
  const { copy, language } = speech;
  const words = copy.booking.shop;
  const [first, last] = [addDays(today, -reachDays), addDays(today, reachDays)];
  const step = (days: number): void => {
    const wanted = addDays(day, days);
    if (first <= wanted && wanted <= last) onChange(wanted);
  };
  useHardKeys((key) => {
    if (key === 'left') step(-1);
    if (key === 'right') step(1);
  });
  return (
    <View className="day-switch" {...aria({ role: 'group', label: words.day })}>
      <IconButton icon="back" label={words.dayBefore} onPress={() => step(-1)} disabled={day <= first} />
      <View className="day-switch__day" {...aria({ live: 'polite' })}>
        <View className="strong num">{copy.booking.dayOf(dayText(day, language, today), weekdayName(day, speech))}</View>
        {day === today && <View className="label">{copy.house.today}</View>}
        {day !== today && (
          <Button size="small" tone="plain" onPress={() => onChange(today)}>
            {words.toToday}
          </Button>
        )}
      </View>
      <IconButton icon="forward" label={words.dayAfter} onPress={() => step(1)} disabled={day >= last} />
    </View>
  );
}
