import type { JigsawView } from '@shared/game/jigsaw/contract';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { dayText, numberText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { ListRow } from '@/ui/ListRow';
import { SectionHead } from '@/ui/SectionHead';
import { clockText } from './clockText';
import { JigsawPicture } from './JigsawPicture';
import './Jigsaw.scss';

interface JigsawIntroProps {
  readonly view: JigsawView;
  readonly onBegin: () => Promise<void>;
}

/** A jigsaw before a shuffle of it: the picture, what solving it gives, the rules, and the way in or why there is none. */
export function JigsawIntro({ view, onBegin }: JigsawIntroProps): ReactNode {
  const { copy, language } = useSpeech();
  const words = copy.gameJigsaw;
  const { mine, open, reward, perDay } = view;
  const going = mine !== null && mine.attempt !== null;
  const hindrance = open || going ? (mine !== null && !going && mine.attemptsToday >= perDay ? words.used : null) : words.closed;
  return (
    <>
      <Card tone="night">
        <SectionHead title={reward.kind === 'chance' ? words.rewardChance(reward.count) : words.rewardPoints(numberText(reward.points))} />
        <View className="jigsaw__night num">{copy.gameQuiz.until(dayText(view.from, language), dayText(view.to, language))}</View>
        {mine !== null && (
          <View className="jigsaw__night num">
            {words.today(mine.attemptsToday, perDay)}
            {mine.bestMs === null ? '' : ` · ${words.best(clockText(mine.bestMs))}`}
          </View>
        )}
        <View className="jigsaw__act">
          <Button tone="cream" disabled={hindrance !== null || mine === null} onPress={onBegin}>
            {hindrance ?? (going ? words.goOn : words.begin)}
          </Button>
        </View>
      </Card>
      <Card>
        <JigsawPicture picture={view.picture} />
        <SectionHead title={words.rules} />
        <ListRow icon="puzzle" title={words.size(view.size)} note={words.how} />
        <ListRow icon="calendar" title={words.time(Math.round(view.secondsMax / 60))} />
        <ListRow icon="refresh" title={words.perDay(perDay)} />
        <ListRow icon="shield" title={words.check} />
      </Card>
    </>
  );
}
