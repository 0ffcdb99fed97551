import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { open } from '@/platform/navigate';
import { ListRow } from '@/ui/ListRow';
import { useWinners } from './useWinners';

/** The way to the winners, with who won last. */
export function WinnersRow({ poolId }: { readonly poolId: string }): ReactNode {
  const { copy, say } = useSpeech();
  const words = copy.gameDraw;
  const last = useWinners(poolId).page?.winners[0];
  return (
    <ListRow
      icon="star"
      title={words.links.winners}
      {...(last === undefined ? {} : { note: words.winners.last(last.mask, say(last.prize)) })}
      onPress={() => open('winners', { pool: poolId })}
    />
  );
}
