import { tableOf } from '@shared/game/decideDraw';
import type { PoolView } from '@shared/game/contract';
import type { ReactNode } from 'react';
import { momentText } from '@/copy/format';
import { type Speech, useSpeech } from '@/copy/useSpeech';
import { open } from '@/platform/navigate';
import { Button } from '@/ui/Button';

interface StageActProps {
  readonly view: PoolView;
  readonly offsetMinutes: number;
  readonly scratch: boolean;
  /** A draw was made, and its face has not come to rest. */
  readonly moving: boolean;
  readonly onDraw: () => Promise<void>;
  readonly onUncover: () => void;
}

/** The one act of a draw's page: drawing, or the way to a chance, or why there is nothing to press now. */
export function StageAct({ view, offsetMinutes, scratch, moving, onDraw, onUncover }: StageActProps): ReactNode {
  const speech = useSpeech();
  const words = speech.copy.gameDraw;
  const { mine } = view.card;
  if (moving && scratch) return <Button onPress={onUncover}>{words.uncover}</Button>;
  // Whoever has no card is asked to join above, which comes first.
  if (mine === null) return null;
  if (view.secret !== null) {
    return (
      <Button tone="tint" onPress={() => open('verify', { pool: view.card.id })}>
        {words.links.verify}
      </Button>
    );
  }
  const hindrance = moving ? words.drawing : hindranceOf(view, offsetMinutes, speech);
  if (hindrance === null && mine.chances === 0) return <Button onPress={() => open('play')}>{words.toChances}</Button>;
  return (
    <Button disabled={hindrance !== null} onPress={onDraw}>
      {hindrance ?? (scratch ? words.scratch : words.draw)}
    </Button>
  );
}

/** Why nobody, or this member, can draw now, as far as the page knows; null when nothing is in the way. */
function hindranceOf({ card, content }: PoolView, offsetMinutes: number, { copy, language }: Speech): string | null {
  const words = copy.gameDraw;
  const { phase, mine } = card;
  if (phase === 'soon') return words.from(momentText(card.opensAt, offsetMinutes, language));
  if (phase !== 'open') return words.phases[phase];
  if (mine === null) return null;
  if (tableOf(content, mine.tier) === null) return words.otherTiers;
  if (content.perMemberMax !== null && mine.drawn >= content.perMemberMax) return words.memberFull;
  return mine.drawnToday >= card.perDayMax ? words.dayFull : null;
}
