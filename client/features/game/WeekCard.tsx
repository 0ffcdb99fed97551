import type { GameCard, PlayView } from '@shared/game/contract';
import { dayOf, type Day } from '@shared/kernel/time';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { dayText, numberText } from '@/copy/format';
import { type Speech, useSpeech } from '@/copy/useSpeech';
import { open } from '@/platform/navigate';
import { Card } from '@/ui/Card';
import type { IconName } from '@/ui/icons';
import { ListRow } from '@/ui/ListRow';
import { SectionHead } from '@/ui/SectionHead';
import { WeekDays } from './WeekDays';

interface WeekCardProps {
  readonly play: PlayView;
  readonly offsetMinutes: number;
}

const iconOf: Readonly<Record<GameCard['kind'], IconName>> = { quiz: 'question', riddle: 'lantern', jigsaw: 'puzzle' };

/** The week's calendar of games: what can be played on each day, draws too. */
export function WeekCard({ play, offsetMinutes }: WeekCardProps): ReactNode {
  const speech = useSpeech();
  const { copy, language, say } = speech;
  const { today } = play;
  const [chosen, setChosen] = useState<Day | null>(null);
  const day = chosen ?? today;
  const games = gamesOn(play, day);
  const pools = poolsOn(play, day, offsetMinutes);
  return (
    <Card>
      <SectionHead title={copy.game.week.title} end={dayText(day, language)} />
      <WeekDays
        today={today}
        chosen={day}
        countOn={(each) => gamesOn(play, each).length + poolsOn(play, each, offsetMinutes).length}
        onChoose={setChosen}
      />
      {games.map((game) => (
        <ListRow
          key={`${game.kind}:${game.id}`}
          icon={iconOf[game.kind]}
          title={say(game.name)}
          note={`${copy.game[game.kind].title} · ${rewardText(game, speech)}`}
          {...(day === today ? { onPress: () => open(game.kind, { [game.kind]: game.id }) } : {})}
        />
      ))}
      {pools.map(({ id, name }) => (
        <ListRow key={id} icon="wheel" title={say(name)} note={copy.game.draw.title} onPress={() => open('pool', { pool: id })} />
      ))}
      {games.length + pools.length === 0 && <View className="note">{copy.game.week.none}</View>}
    </Card>
  );
}

function gamesOn({ games }: PlayView, day: Day): PlayView['games'] {
  return games.filter(({ from, to }) => from <= day && day <= to);
}

function poolsOn({ pools }: PlayView, day: Day, offsetMinutes: number): PlayView['pools'] {
  return pools.filter(({ phase, opensAt, endsAt }) => {
    const live = phase === 'open' || phase === 'soon';
    return live && dayOf(opensAt, offsetMinutes) <= day && day <= dayOf(endsAt, offsetMinutes);
  });
}

function rewardText({ reward }: GameCard, { copy }: Speech): string {
  const words = copy.game.week;
  return reward.kind === 'chance' ? words.chance(reward.count) : words.points(numberText(reward.points));
}
