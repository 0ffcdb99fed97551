import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { WinnersList } from '@/features/game/WinnersList';
import { useHome } from '@/features/member/useHome';
import { useQuery } from '@/platform/useQuery';
import { Screen } from '@/ui/Screen';

const programmeOffsetMinutes = 480;

/** A pool's winners. Taro asks for the default export. */
export default function WinnersPage(): ReactNode {
  const { copy } = useSpeech();
  const { home } = useHome('missing');
  return (
    <Screen title={copy.gameDraw.winners.title}>
      <WinnersList poolId={useQuery('pool') ?? ''} offsetMinutes={home?.offsetMinutes ?? programmeOffsetMinutes} />
    </Screen>
  );
}
