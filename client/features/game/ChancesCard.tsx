import type { PlayView } from '@shared/game/contract';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { dayText, numberText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { call } from '@/platform/call';
import { useIntentKey } from '@/platform/useIntentKey';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { CountUp } from '@/ui/CountUp';
import { ListRow } from '@/ui/ListRow';
import { Notice } from '@/ui/Notice';
import { SectionHead } from '@/ui/SectionHead';
import { cheer } from '@/ui/toast';
import { takeChances } from './playStore';

interface ChancesCardProps {
  readonly play: PlayView & { readonly chances: NonNullable<PlayView['chances']> };
  readonly onSpent: (available: number) => void;
}

/** Lots that are shown before the rest is asked for: the first to lapse. */
const shownFirst = 3;

/** The member's chances: how many, where each comes from, when it lapses, and one more for points. */
export function ChancesCard({ play, onSpent }: ChancesCardProps): ReactNode {
  const { copy, language, say } = useSpeech();
  const words = copy.gameDraw.chances;
  const { chances, pools } = play;
  const [all, setAll] = useState(false);
  const rest = chances.lots.slice(shownFirst).reduce((sum, lot) => sum + lot.left, 0);
  const noteOf = (lot: (typeof chances.lots)[number]): string => {
    const pool = pools.find(({ id }) => id === lot.poolId);
    const lapses = words.lapses(dayText(lot.expiresOn, language));
    return pool === undefined ? lapses : `${words.onlyFor(say(pool.name))} · ${lapses}`;
  };
  return (
    <Card>
      <SectionHead title={words.title} end={<CountUp value={chances.left} />} />
      {(all ? chances.lots : chances.lots.slice(0, shownFirst)).map((lot) => (
        <ListRow key={lot.id} icon="lantern" title={words.lot(words.sources[lot.source], lot.left)} note={noteOf(lot)} />
      ))}
      {rest > 0 && (
        <Button tone="plain" onPress={() => setAll(!all)}>
          {all ? words.fewer : words.rest(rest)}
        </Button>
      )}
      {chances.left === 0 && <View className="note">{words.noneNote}</View>}
      <BuyChance play={play} onSpent={onSpent} />
    </Card>
  );
}

/** One more chance for points, or why not. */
function BuyChance({ play, onSpent }: ChancesCardProps): ReactNode {
  const { copy, refusal } = useSpeech();
  const words = copy.gameDraw.chances;
  const [said, setSaid] = useState<string | null>(null);
  const { keyFor, done } = useIntentKey();
  const { pricePoints, roomToday } = play.chances;
  if (roomToday === 0) return <View className="note">{words.noRoom}</View>;
  if (play.available < pricePoints) return <View className="note">{words.short(numberText(pricePoints))}</View>;
  const buy = async (): Promise<void> => {
    const answer = await call('member', 'game.buyChance', { key: await keyFor('one'), count: 1 });
    setSaid(answer.ok ? null : refusal(answer.refusal));
    if (!answer.ok) return;
    done();
    takeChances(answer.value);
    onSpent(answer.value.available);
    cheer(words.bought);
  };
  return (
    <>
      {said !== null && <Notice tone="refused">{said}</Notice>}
      <Button tone="tint" onPress={buy}>
        {words.buy(numberText(pricePoints))}
      </Button>
    </>
  );
}
