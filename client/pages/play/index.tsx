import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { PlayBoard } from '@/features/game/PlayBoard';
import { takeAvailable } from '@/features/member/homeStore';
import { useHome } from '@/features/member/useHome';
import { Screen } from '@/ui/Screen';

const programmeOffsetMinutes = 480;

/** The play tab: open draws, the week's games and the member's chances. Taro asks for the default export. */
export default function PlayPage(): ReactNode {
  const { copy } = useSpeech();
  const { home } = useHome('missing');
  return (
    <Screen title={copy.game.title} tab="play">
      <PlayBoard offsetMinutes={home?.offsetMinutes ?? programmeOffsetMinutes} onSpent={takeAvailable} />
    </Screen>
  );
}
