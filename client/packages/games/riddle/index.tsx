import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { GameFrame } from '@/features/game/GameFrame';
import { RiddleWall } from '@/features/game/riddle/RiddleWall';
import { useRiddles } from '@/features/game/riddle/useRiddles';
import { takeAvailable } from '@/features/member/homeStore';
import { JoinInvite } from '@/features/member/JoinInvite';
import { useHome } from '@/features/member/useHome';
import { useQuery } from '@/platform/useQuery';
import { Screen } from '@/ui/Screen';

/** A festival of riddles: the wall they hang on, and the one that is being guessed. Taro asks for the default export. */
export default function RiddlePage(): ReactNode {
  const { copy, say } = useSpeech();
  const { home } = useHome('missing');
  const riddles = useRiddles(useQuery('riddle') ?? '', takeAvailable);
  return (
    <Screen title={riddles.view === null ? copy.gameRiddle.title : say(riddles.view.name)}>
      {home?.joined === false && <JoinInvite welcome={home} lead={copy.member.mine.notJoinedNote} />}
      <GameFrame state={riddles}>{(festival) => <RiddleWall festival={festival} riddles={riddles} />}</GameFrame>
    </Screen>
  );
}
