import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { GameFrame } from '@/features/game/GameFrame';
import { usePool } from '@/features/game/usePool';
import { VerifyBoard } from '@/features/game/VerifyBoard';
import { JoinInvite } from '@/features/member/JoinInvite';
import { useHome } from '@/features/member/useHome';
import { useQuery } from '@/platform/useQuery';
import { Screen } from '@/ui/Screen';

/** My draws of a closed pool, recomputed on this phone. Taro asks for the default export. */
export default function VerifyPage(): ReactNode {
  const { copy } = useSpeech();
  const { home } = useHome('missing');
  const state = usePool(useQuery('pool') ?? '');
  return (
    <Screen title={copy.gameDraw.verify.title}>
      {home?.joined === false && <JoinInvite welcome={home} lead={copy.gameDraw.verify.noneNote} />}
      {home?.joined === true && (
        <GameFrame state={state}>{(view) => <VerifyBoard view={view} offsetMinutes={home.offsetMinutes} />}</GameFrame>
      )}
    </Screen>
  );
}
