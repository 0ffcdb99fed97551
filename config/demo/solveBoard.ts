import { slide, type Slide } from '@shared/game/jigsaw/board';
import type { Board } from '@shared/game/jigsaw/types';

const ways = ['U', 'D', 'L', 'R'] as const;

/** The slides that solve a board of 3 × 3: the nearest way, by how far each piece is from home (A*). */
export function solveBoard(start: Board): string {
  const size = 3;
  const open: { readonly board: Board; readonly moves: string; readonly far: number }[][] = [];
  const push = (board: Board, moves: string): void => {
    const far = moves.length + distance(board, size);
    (open[far] ??= []).push({ board, moves, far });
  };
  const seen = new Set<string>();
  push(start, '');
  for (let far = 0; far < 200; far += 1) {
    for (let next = open[far]?.pop(); next !== undefined; next = open[far]?.pop()) {
      const { board, moves } = next;
      if (distance(board, size) === 0) return moves;
      if (seen.has(board.join())) continue;
      seen.add(board.join());
      for (const way of ways) {
        const slid = slide(board, size, way satisfies Slide);
        if (slid !== null && !seen.has(slid.join())) push(slid, moves + way);
      }
    }
  }
  throw new Error('This board cannot be solved');
}

/** Rows and columns between each piece and its place, summed; 0 when solved. */
function distance(board: Board, size: number): number {
  return board.reduce((sum, piece, place) => {
    if (piece === 0) return sum;
    const home = piece - 1;
    return sum + Math.abs(Math.floor(place / size) - Math.floor(home / size)) + Math.abs((place % size) - (home % size));
  }, 0);
}
