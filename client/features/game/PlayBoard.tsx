import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { useCell } from '@/platform/createCell';
import { useShown } from '@/platform/useShown';
import { Card } from '@/ui/Card';
import { Empty } from '@/ui/Empty';
import { Bone, Skeleton } from '@/ui/Skeleton';
import { Trouble } from '@/ui/Trouble';
import { ChancesCard } from './ChancesCard';
import { loadPlay, playState } from './playStore';
import { PoolCard } from './PoolCard';
import { WeekCard } from './WeekCard';
import './PlayBoard.scss';

interface PlayBoardProps {
  readonly offsetMinutes: number;
  readonly onSpent: (available: number) => void;
}

/** What there is to play: pools, the week's games, and the member's chances. */
export function PlayBoard({ offsetMinutes, onSpent }: PlayBoardProps): ReactNode {
  const { copy } = useSpeech();
  const { play, trouble } = useCell(playState);
  useShown(() => void loadPlay());
  const words = copy.gameDraw.pools;
  if (play === null) return trouble === null ? <PlayBones /> : <Trouble refusal={trouble} onRetry={loadPlay} />;
  const { chances } = play;
  return (
    <>
      {trouble !== null && <Trouble refusal={trouble} onRetry={loadPlay} />}
      <WeekCard play={play} offsetMinutes={offsetMinutes} />
      {chances !== null && <ChancesCard play={{ ...play, chances }} onSpent={onSpent} />}
      {play.pools.length === 0 && (
        <Card>
          <Empty icon="lantern" title={words.none} note={words.noneNote} />
        </Card>
      )}
      {play.pools.map((pool) => (
        <PoolCard key={pool.id} pool={pool} offsetMinutes={offsetMinutes} />
      ))}
      <View className="play-board__sources note">{copy.game.chances}</View>
    </>
  );
}

function PlayBones(): ReactNode {
  return (
    <Skeleton>
      {[1, 2].map((place) => (
        <Card key={place}>
          <Bone width="half" height="line" />
          <Bone width="full" height="line" />
          <Bone width="full" height="button" />
        </Card>
      ))}
    </Skeleton>
  );
}
