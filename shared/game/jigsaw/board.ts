import type { RandomBytes } from '../../kernel/id';
import { shuffle } from '../shuffle';
import type { Board } from './types';

/** Where the piece that moves goes: up into the gap above it, and so on. */
export type Slide = 'U' | 'D' | 'L' | 'R';

/** How the gap's place changes by a slide: the piece comes from there. */
const stepOf: Readonly<Record<Slide, readonly [rows: number, columns: number]>> = { U: [1, 0], D: [-1, 0], L: [0, 1], R: [0, -1] };

/** The board as it belongs. */
export function solvedBoard(size: number): Board {
  return Array.from({ length: size * size }, (_, place) => (place + 1) % (size * size));
}

/** Whether every piece is where it belongs. */
export function isSolved(board: Board): boolean {
  return board.every((piece, place) => piece === (place + 1) % board.length);
}

/**
 * Whether a board can be solved at all: half of all orders can. The parity of the order's inversions, with the gap's row from below where
 * the side is even, stays the same under every slide (Johnson and Story, 1879).
 */
export function isSolvable(board: Board, size: number): boolean {
  const pieces = board.filter((piece) => piece !== 0);
  const inversions = pieces.reduce((sum, piece, place) => sum + pieces.slice(place + 1).filter((later) => later < piece).length, 0);
  if (size % 2 === 1) return inversions % 2 === 0;
  const rowFromBelow = size - Math.floor(board.indexOf(0) / size);
  return (inversions + rowFromBelow) % 2 === 1;
}

/** A solvable board that is not solved yet, each equally likely: of an order that cannot be solved two pieces change places. */
export function dealBoard(size: number, random: RandomBytes): Board {
  for (;;) {
    const mixed = shuffle(solvedBoard(size), random);
    const board = isSolvable(mixed, size) ? mixed : withFirstTwoSwapped(mixed);
    if (!isSolved(board)) return board;
  }
}

function withFirstTwoSwapped(board: Board): Board {
  const [first = 0, second = 1] = board.flatMap((piece, place) => (piece === 0 ? [] : [place]));
  return board.map((piece, place) => (place === first ? (board[second] ?? 0) : place === second ? (board[first] ?? 0) : piece));
}

/** The board after one slide; null when there is no piece on that side of the gap. */
export function slide(board: Board, size: number, move: Slide): Board | null {
  const gap = board.indexOf(0);
  const [rows, columns] = stepOf[move];
  const row = Math.floor(gap / size) + rows;
  const column = (gap % size) + columns;
  if (row < 0 || row >= size || column < 0 || column >= size) return null;
  const from = row * size + column;
  return board.map((piece, place) => (place === gap ? (board[from] ?? 0) : place === from ? 0 : piece));
}

/** The board after all slides, or the number (from 1) of the first that is impossible. */
export function replay(board: Board, size: number, moves: string): Board | number {
  let now = board;
  for (const [index, move] of Array.from(moves).entries()) {
    const next = slide(now, size, move as Slide);
    if (next === null) return index + 1;
    now = next;
  }
  return now;
}

/** The slides that bring the gap to a piece in its row or column, those between moving along; none for any other piece. */
export function slidesTo(board: Board, size: number, piece: number): readonly Slide[] {
  const [gap, place] = [board.indexOf(0), board.indexOf(piece)];
  const rows = Math.floor(place / size) - Math.floor(gap / size);
  const columns = (place % size) - (gap % size);
  if (place < 0 || place === gap || (rows !== 0 && columns !== 0)) return [];
  const move: Slide = rows > 0 ? 'U' : rows < 0 ? 'D' : columns > 0 ? 'L' : 'R';
  return Array.from({ length: Math.abs(rows + columns) }, () => move);
}
