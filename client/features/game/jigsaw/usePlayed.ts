import { isSolved, replay, type Slide } from '@shared/game/jigsaw/board';
import type { AttemptView } from '@shared/game/jigsaw/contract';
import type { Board } from '@shared/game/jigsaw/types';
import { useState } from 'react';
import { recall, remember } from '@/platform/storage';

/** An attempt and the slides done of it, kept on this phone so that a page opened again goes on where it was. */
export interface Played {
  readonly attempt: AttemptView;
  readonly moves: string;
}

interface Playing {
  readonly played: Played | null;
  readonly board: Board;
  readonly start: (attempt: AttemptView) => void;
  readonly go: (slides: readonly Slide[]) => void;
}

/** The attempt that is being solved; `onSolved` is called when the last slide solves it. */
export function usePlayed(onSolved: (played: Played) => void): Playing {
  const [played, setPlayed] = useState<Played | null>(null);
  const board = played === null ? [] : boardOf(played);
  const start = (attempt: AttemptView): void => {
    const kept = recall<Played>('person', 'jigsaw');
    setPlayed({ attempt, moves: kept?.attempt.attemptId === attempt.attemptId ? kept.moves : '' });
  };
  const go = (slides: readonly Slide[]): void => {
    if (played === null || slides.length === 0 || isSolved(board)) return;
    const next = { ...played, moves: played.moves + slides.join('') };
    remember('person', 'jigsaw', next);
    setPlayed(next);
    if (isSolved(boardOf(next))) onSolved(next);
  };
  return { played, board, start, go };
}

function boardOf({ attempt, moves }: Played): Board {
  const board = replay(attempt.board, attempt.size, moves);
  return typeof board === 'number' ? attempt.board : board;
}
