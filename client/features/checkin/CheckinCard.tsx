import type { CheckinReceipt, CheckinView, MakeUpOffer } from '@shared/checkin/contract';
import { addDays } from '@shared/kernel/time';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
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
import { MakeUpSheet } from './MakeUpSheet';
import { givenText, rewardText } from './rewardText';
import './CheckinCard.scss';

interface CheckinCardProps {
  readonly checkin: CheckinView;
  /** What a check-in or a make-up changed: the home takes it over. */
  readonly onDone: (changed: Pick<CheckinReceipt, 'checkin' | 'available' | 'debt'>) => void;
  /** Called when the server knows better than this screen. */
  readonly onStale: () => void;
}

/** Today's check-in: the ladder of seven days, the month's next milestone, and one button. */
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
    const { voucher, points, milestone } = answer.value;
    const earned = voucher === null ? words.earned(points) : words.earnedVoucher(say(voucher));
    const reached = milestone === null ? [] : [words.milestone.reached(milestone.days, givenText(milestone, words, say))];
    cheer(words.together([earned, ...reached]));
  };
  const today = paysOn(checkin, checkin.ladderDay);
  const tomorrow = paysOn(checkin, (checkin.ladderDay % checkin.ladder.length) + 1);
  return (
    <Card>
      <SectionHead title={words.title} end={checkin.streak > 0 ? words.streak(checkin.streak) : words.streakNone} />
      <Ladder checkin={checkin} />
      {checkin.offer !== null && <Offer offer={checkin.offer} dayOnePoints={checkin.ladder[0] ?? 0} onDone={onDone} />}
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
      {checkin.milestones.length > 0 && <NextMilestone checkin={checkin} />}
    </Card>
  );
}

/** What a place of the ladder (1 …) pays: points, or a voucher on the last. */
function paysOn({ ladder, endsInVoucher }: CheckinView, place: number): number | 'voucher' {
  return endsInVoucher && place === ladder.length ? 'voucher' : (ladder[place - 1] ?? 0);
}

/** What the month still holds. */
function NextMilestone({ checkin }: { readonly checkin: CheckinView }): ReactNode {
  const { copy } = useSpeech();
  const words = copy.checkin;
  const next = checkin.milestones.find(({ reached }) => !reached);
  const text =
    next === undefined ? words.milestone.all : words.milestone.next(next.days - checkin.monthDays, rewardText(next.reward, words));
  return <View className="checkin-card__month note num">{text}</View>;
}

interface OfferProps {
  readonly offer: MakeUpOffer;
  readonly dayOnePoints: number;
  readonly onDone: CheckinCardProps['onDone'];
}

/** A make-up that makes today's check-in worth more, told before it: afterwards only what is missing would be paid. */
function Offer({ offer, dayOnePoints, onDone }: OfferProps): ReactNode {
  const { copy, language } = useSpeech();
  const words = copy.checkin;
  const [asked, setAsked] = useState(false);
  const { day, pays, costPoints, raised, usual } = offer;
  return (
    <View className="checkin-card__offer">
      <View className="note num grow">
        {words.makeUp.offer(dayText(day, language), rewardText(raised, words), rewardText(usual, words))}
      </View>
      <Button tone="tint" size="small" onPress={() => setAsked(true)}>
        {words.makeUp.key}
      </Button>
      <MakeUpSheet
        wish={asked ? { day, ways: [pays], pricePoints: costPoints } : null}
        points={dayOnePoints}
        onClose={() => setAsked(false)}
        onDone={onDone}
      />
    </View>
  );
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
