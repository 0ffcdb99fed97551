import type { CheckinMonth, MakeUpReceipt } from '@shared/checkin/contract';
import { addMonths, type Day, type Month, monthOf } from '@shared/kernel/time';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { numberText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { aria } from '@/ui/aria';
import { Card } from '@/ui/Card';
import { IconButton } from '@/ui/IconButton';
import { Trouble } from '@/ui/Trouble';
import { CalendarDay } from './CalendarDay';
import { MakeUpSheet } from './MakeUpSheet';
import { monthDays } from './monthDays';
import { MonthMilestones } from './MonthMilestones';
import { useCheckinMonth } from './useCheckinMonth';
import './CheckinCalendar.scss';

interface CheckinCalendarProps {
  readonly today: Day;
  /** The month of joining: nothing is to be found before it. */
  readonly from: Month;
  /** What a made-up day itself pays. */
  readonly dayOnePoints: number;
  readonly onMadeUp: (receipt: MakeUpReceipt) => void;
}

/** A month of check-ins: its milestones, the days that can still be made up, and the way to the months before. */
export function CheckinCalendar({ today, from, dayOnePoints, onMadeUp }: CheckinCalendarProps): ReactNode {
  const [month, setMonth] = useState(monthOf(today));
  const [asked, setAsked] = useState<Day | null>(null);
  const { shown, trouble, load } = useCheckinMonth(month);
  return (
    <Card>
      <MonthHead month={month} from={from} to={monthOf(today)} onTurn={setMonth} />
      <View className={`calendar__days ${shown === null ? 'calendar__days--waiting' : ''}`} {...aria({ role: 'list' })}>
        {monthDays(month).map((day, place) =>
          day === null ? (
            <View key={`blank-${place}`} />
          ) : (
            <CalendarDay key={day} day={day} today={today} shown={shown} onMakeUp={() => setAsked(day)} />
          ),
        )}
      </View>
      {trouble !== null && <Trouble refusal={trouble} onRetry={load} />}
      <MonthSums shown={shown} />
      <MakeUpSheet
        wish={asked === null || shown === null ? null : wishFor(asked, shown)}
        points={dayOnePoints}
        onClose={() => setAsked(null)}
        onDone={(receipt) => {
          onMadeUp(receipt);
          void load();
        }}
      />
    </Card>
  );
}

interface MonthHeadProps {
  readonly month: Month;
  readonly from: Month;
  readonly to: Month;
  readonly onTurn: (month: Month) => void;
}

/** Which month it is, the way to the others, and the days of the week. */
function MonthHead({ month, from, to, onTurn }: MonthHeadProps): ReactNode {
  const { copy } = useSpeech();
  const words = copy.checkin.calendar;
  return (
    <>
      <View className="row row--apart">
        <IconButton icon="back" label={words.earlier} disabled={month <= from} onPress={() => onTurn(addMonths(month, -1))} />
        <View className="strong" {...aria({ role: 'heading', level: 2 })}>
          {words.month(Number(month.slice(0, 4)), Number(month.slice(5)))}
        </View>
        <IconButton icon="forward" label={words.later} disabled={month >= to} onPress={() => onTurn(addMonths(month, 1))} />
      </View>
      <View className="calendar__weekdays" {...aria({ hidden: true })}>
        {words.weekdays.map((name) => (
          <View key={name}>{name}</View>
        ))}
      </View>
    </>
  );
}

function wishFor(day: Day, { makeUps }: CheckinMonth) {
  const { cards, affordable, pricePoints } = makeUps;
  return { day, ways: [...(cards > 0 ? (['card'] as const) : []), ...(affordable ? (['points'] as const) : [])], pricePoints };
}

/** What the month came to, its milestones, and what of it can still be made up. */
function MonthSums({ shown }: { readonly shown: CheckinMonth | null }): ReactNode {
  const { copy } = useSpeech();
  const { calendar: words, makeUp } = copy.checkin;
  const points = shown?.days.reduce((sum, each) => sum + each.points, 0) ?? 0;
  return (
    <>
      <View className="calendar__sum note num">
        {shown !== null && (shown.days.length === 0 ? words.none : words.count(shown.days.length, numberText(points)))}
      </View>
      {shown !== null && shown.milestones.length > 0 && <MonthMilestones milestones={shown.milestones} />}
      {shown !== null && shown.makeUps.days.length > 0 && (
        <View className="calendar__make-ups label num">
          {[makeUp.left(shown.makeUps.left), ...(shown.makeUps.cards > 0 ? [makeUp.cards(shown.makeUps.cards)] : [])].join(' · ')}
        </View>
      )}
      {shown?.makeUps.left === 0 && <View className="calendar__make-ups label">{makeUp.noneLeft}</View>}
    </>
  );
}
