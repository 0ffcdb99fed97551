import type { RaceView } from '@shared/ledger/race';
import { clockOf, dayOf } from '@shared/kernel/time';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { dayText, numberText } from '@/copy/format';
import { type Speech, useSpeech } from '@/copy/useSpeech';
import { Card } from '@/ui/Card';
import { CountUp } from '@/ui/CountUp';
import './RaceHero.scss';

interface RaceHeroProps {
  readonly race: RaceView;
  readonly offsetMinutes: number;
}

/** My points and place, as of when, and when the race is settled. */
export function RaceHero({ race, offsetMinutes }: RaceHeroProps): ReactNode {
  const speech = useSpeech();
  const { copy, say, language } = speech;
  const words = copy.ledgerRace;
  const { month, today, at, last } = race;
  const asOf = at === null ? null : `${dayText(dayOf(at, offsetMinutes), language, today)} ${clockOf(at, offsetMinutes)}`;
  return (
    <Card tone="night">
      <View className="race-hero__month">{words.month(Number(month.slice(0, 4)), Number(month.slice(5)))}</View>
      <View className="row row--base race-hero__line">
        <CountUp value={race.points} className="race-hero__points" />
        <View className="race-hero__unit">{copy.house.points}</View>
        <View className="grow" />
        <View className="race-hero__rank num">{rankText(race, speech)}</View>
      </View>
      <View className="race-hero__note num">{words.racers(numberText(race.racers))}</View>
      {asOf !== null && <View className="race-hero__note num">{words.asOf(asOf)}</View>}
      <View className="race-hero__note num">
        {race.settlesOn > today
          ? words.settles(dayText(race.settlesOn, language, today))
          : words.settled(dayText(race.settlesOn, language, today))}
      </View>
      {last !== null && <View className="race-hero__won num">{words.won(Number(last.month.slice(5)), last.place, say(last.prize))}</View>}
    </Card>
  );
}

function rankText({ rank }: RaceView, { copy }: Speech): string {
  const words = copy.ledgerRace;
  if (rank === null) return words.noRank;
  return rank.kind === 'exact' ? words.rank(numberText(rank.place)) : words.about(numberText(rank.place));
}
