import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { GameFrame } from '@/features/game/GameFrame';
import { JigsawStage } from '@/features/game/jigsaw/JigsawStage';
import { useJigsaw } from '@/features/game/jigsaw/useJigsaw';
import { JoinInvite } from '@/features/member/JoinInvite';
import { useHome } from '@/features/member/useHome';
import { useQuery } from '@/platform/useQuery';
import { Screen } from '@/ui/Screen';

/** One jigsaw: its rules and the day's best, then the board. Taro asks for the default export. */
export default function JigsawPage(): ReactNode {
  const { copy, say } = useSpeech();
  const { home } = useHome('missing');
  const jigsaw = useJigsaw(useQuery('jigsaw') ?? '');
  return (
    <Screen title={jigsaw.view === null ? copy.gameJigsaw.title : say(jigsaw.view.name)}>
      {home?.joined === false && <JoinInvite welcome={home} lead={copy.member.mine.notJoinedNote} />}
      <GameFrame state={jigsaw}>{(view) => <JigsawStage view={view} jigsaw={jigsaw} />}</GameFrame>
    </Screen>
  );
}
