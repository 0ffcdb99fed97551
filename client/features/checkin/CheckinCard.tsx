import type { CheckinReceipt, CheckinView } from '@shared/checkin/contract';
import { addDays } from '@shared/kernel/time';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { dayText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import type { Copy } from '@/copy/zh';
import { call } from '@/platform/call';
import { useIntentKey } from '@/platform/useIntentKey';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { Icon } from '@/ui/Icon';
import { SectionHead } from '@/ui/SectionHead';
import { cheer, decline } from '@/ui/toast';
import './CheckinCard.scss';

interface CheckinCardProps {
  readonly checkin: CheckinView;
  /** What a check-in changed: the home takes it over. */
  readonly onDone: (receipt: CheckinReceipt) => void;
  /** Called when the server knows better than this screen. */
  readonly onStale: () => void;
}

/** Today's check-in: the ladder of seven days and one button. */
export function CheckinCard({ checkin, onDone, onStale }: CheckinCardProps): ReactNode {
  const { copy, say, refusal } = useSpeech();
  const words = copy.checkin;
  const { keyFor, done } = useIntentKey();
  const perform = async (): Promise<void> => {
    const answer = await call('member', 'checkin.perform', { key: await keyFor(checkin.today) });
    if (!answer.ok) {
      decline(refusal(answer.refusal));
      if (answer.refusal.code === 'checkin.done') onStale();
      return;
    }
    done();
    onDone(answer.value);
    const { voucher, points } = answer.value;
    cheer(voucher === null ? words.earned(points) : words.earnedVoucher(say(voucher)));
  };
  const today = paysOn(checkin, checkin.ladderDay);
  const tomorrow = paysOn(checkin, (checkin.ladderDay % checkin.ladder.length) + 1);
  return (
    <Card>
      <SectionHead title={words.title} end={checkin.streak > 0 ? words.streak(checkin.streak) : words.streakNone} />
      <Ladder checkin={checkin} />
      {checkin.doneToday ? (
        <View className="checkin-card__done">
          <View className="checkin-card__tick">
            <Icon name="check" size="small" />
            {words.done}
          </View>
          <View className="note">{tomorrow === 'voucher' ? words.doneNoteVoucher : words.doneNote(tomorrow)}</View>
        </View>
      ) : (
        <Button onPress={perform}>{today === 'voucher' ? words.performVoucher : words.perform(today)}</Button>
      )}
    </Card>
  );
}

/** What a place of the ladder (1 …) pays: points, or a voucher on the last. */
function paysOn({ ladder, endsInVoucher }: CheckinView, place: number): number | 'voucher' {
  return endsInVoucher && place === ladder.length ? 'voucher' : (ladder[place - 1] ?? 0);
}

function Ladder({ checkin }: { readonly checkin: CheckinView }): ReactNode {
  const { copy, language } = useSpeech();
  return (
    <View className="checkin-card__ladder">
      {checkin.ladder.map((_points, index) => {
        const place = index + 1;
        const pays = paysOn(checkin, place);
        const day = addDays(checkin.today, place - checkin.ladderDay);
        const done = place < checkin.ladderDay || (place === checkin.ladderDay && checkin.doneToday);
        const isToday = place === checkin.ladderDay;
        return (
          <View key={day} className={`checkin-day ${done ? 'checkin-day--done' : ''} ${isToday ? 'checkin-day--today' : ''}`}>
            <View className="checkin-day__disc num">
              {done ? <Icon name="check" size="small" /> : pays === 'voucher' ? <Icon name="ticket" size="small" /> : `+${pays}`}
              <View className="unseen">{dayLabel(dayText(day, language), done ? 'done' : pays, copy.checkin)}</View>
            </View>
            <View className="checkin-day__name">{isToday ? copy.house.today : copy.checkin.day(Number(day.slice(8)))}</View>
          </View>
        );
      })}
    </View>
  );
}

function dayLabel(day: string, pays: number | 'voucher' | 'done', words: Copy['checkin']): string {
  if (pays === 'done') return words.dayDone(day);
  return pays === 'voucher' ? words.dayLabelVoucher(day) : words.dayLabel(day, pays);
}
