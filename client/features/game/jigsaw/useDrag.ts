import { slidesTo, type Slide } from '@shared/game/jigsaw/board';
import type { Board } from '@shared/game/jigsaw/types';
import { useRef, useState } from 'react';
import { draggingOn } from '@/platform/dragging';

/** In parts of a piece: less is a tap; more, let go, slides on; a stroke of so much slides what can go that way. */
const tapMost = 0.08;
const slidesFrom = 0.35;
const strokeFrom = 0.25;

/** Pieces that follow a finger: which, where to, and how far in parts of a piece. */
export interface Held {
  readonly pieces: readonly number[];
  readonly move: Slide;
  readonly far: number;
}

interface Drag {
  readonly held: Held | null;
  /** For the element of each piece: its ears. */
  readonly earsOf: (piece: number) => object;
  /** Whether a finger was just lifted from a drag, so that the click that follows is none. */
  readonly justDragged: () => boolean;
}

/** Lets a finger or a mouse drag pieces into the gap: they follow, and are let go half-way or further, or slide back. */
export function useDrag(board: Board, size: number, onPiece: (piece: number) => void, onSlide: (move: Slide) => void): Drag {
  const [held, setHeld] = useState<Held | null>(null);
  const from = useRef<{ readonly x: number; readonly y: number; readonly width: number } | null>(null);
  const dragged = useRef(false);
  const farOf = (at: { readonly x: number; readonly y: number }) => {
    const { x = at.x, y = at.y, width = 1 } = from.current ?? {};
    return { right: (at.x - x) / width, down: (at.y - y) / width };
  };
  const earsOf = (piece: number): object =>
    draggingOn(size, {
      onBegin: (at) => {
        from.current = at.width > 0 ? at : null;
        dragged.current = false;
      },
      onMove: (at) => {
        if (from.current === null) return false;
        const far = farOf(at);
        dragged.current ||= lengthOf(far) > tapMost;
        if (dragged.current) setHeld(heldBy(board, size, piece, far));
        return dragged.current;
      },
      onEnd: (at) => {
        if (from.current === null) return;
        const far = farOf(at);
        from.current = null;
        setHeld(null);
        if (!dragged.current) return;
        // The click of this very drag comes before any timer.
        setTimeout(() => (dragged.current = false), 0);
        const last = heldBy(board, size, piece, far);
        if (last !== null && last.far >= slidesFrom) onPiece(piece);
        else if (last === null && lengthOf(far) >= strokeFrom) onSlide(wayOf(far));
      },
    });
  return { held, earsOf, justDragged: () => dragged.current };
}

interface Far {
  readonly right: number;
  readonly down: number;
}

function lengthOf({ right, down }: Far): number {
  return Math.max(Math.abs(right), Math.abs(down));
}

function wayOf({ right, down }: Far): Slide {
  if (Math.abs(right) > Math.abs(down)) return right > 0 ? 'R' : 'L';
  return down > 0 ? 'D' : 'U';
}

/** What follows a piece that is dragged so far: itself and those between it and the gap, if it goes there. */
function heldBy(board: Board, size: number, piece: number, { right, down }: Far): Held | null {
  const [move] = slidesTo(board, size, piece);
  if (move === undefined) return null;
  const [along, step] = { R: [right, 1], L: [-right, -1], D: [down, size], U: [-down, -size] }[move] as [number, number];
  if (along <= 0) return null;
  const pieces: number[] = [];
  for (let place = board.indexOf(piece); board[place] !== 0 && board[place] !== undefined; place += step) pieces.push(board[place] ?? 0);
  return { pieces, move, far: Math.min(1, along) };
}
