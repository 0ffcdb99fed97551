import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { ComingGames } from '@/features/game/ComingGames';
import { Screen } from '@/ui/Screen';

/** The play tab: says honestly what is coming. Taro asks for the default export. */
export default function PlayPage(): ReactNode {
  const { copy } = useSpeech();
  return (
    <Screen title={copy.game.title} tab="play">
      <ComingGames />
    </Screen>
  );
}
