import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { DrawStage } from '@/features/game/DrawStage';
import { GameFrame } from '@/features/game/GameFrame';
import { PoolOdds } from '@/features/game/PoolOdds';
import { loadPlay } from '@/features/game/playStore';
import { usePool } from '@/features/game/usePool';
import { WinnersRow } from '@/features/game/WinnersRow';
import { takeAvailable, takeNotices } from '@/features/member/homeStore';
import { JoinInvite } from '@/features/member/JoinInvite';
import { AskCard } from '@/features/message/AskCard';
import { useHome } from '@/features/member/useHome';
import { open } from '@/platform/navigate';
import { useQuery } from '@/platform/useQuery';
import { Card } from '@/ui/Card';
import { ListRow } from '@/ui/ListRow';
import { Screen } from '@/ui/Screen';

const programmeOffsetMinutes = 480;

/** One pool: its face, the draw, and the ways to odds, winners and checking. Taro asks for the default export. */
export default function PoolPage(): ReactNode {
  const { copy, say } = useSpeech();
  const { home } = useHome('missing');
  const pool = useQuery('pool') ?? '';
  const state = usePool(pool);
  const words = copy.gameDraw.links;
  return (
    <Screen title={state.view === null ? copy.game.draw.title : say(state.view.content.name)}>
      <GameFrame state={state}>
        {(view) => (
          <>
            {home?.joined === false && <JoinInvite welcome={home} lead={copy.member.mine.notJoinedNote} />}
            <DrawStage
              view={view}
              offsetMinutes={home?.offsetMinutes ?? programmeOffsetMinutes}
              onDrawn={({ mine, available }) => {
                state.take(mine);
                takeAvailable(available);
                void loadPlay();
              }}
              onStale={() => void state.load()}
            />
            <PoolOdds view={view} />
            {home?.joined === true && view.secret === null && <AskCard topics={['draw']} notices={home.notices} onChange={takeNotices} />}
            <Card>
              <ListRow icon="statement" title={words.odds} onPress={() => open('odds', { pool })} />
              <WinnersRow poolId={pool} />
              <ListRow icon="shield" title={words.verify} onPress={() => open('verify', { pool })} />
            </Card>
          </>
        )}
      </GameFrame>
    </Screen>
  );
}
