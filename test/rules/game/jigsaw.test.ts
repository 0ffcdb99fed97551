import fc from 'fast-check';
import { dealBoard, isSolvable, isSolved, replay, slide, slidesTo, solvedBoard, type Slide } from '@shared/game/jigsaw/board';
import { decideSolution } from '@shared/game/jigsaw/decideSolution';
import type { Board, JigsawAttempt } from '@shared/game/jigsaw/types';
import { seededBytes } from './seededBytes';

const back: Readonly<Record<Slide, Slide>> = { U: 'D', D: 'U', L: 'R', R: 'L' };
const anySlide = fc.constantFrom<Slide>('U', 'D', 'L', 'R');
const anySize = fc.integer({ min: 3, max: 5 });

/** Slides from the solved board, those that are impossible left out. */
function walk(size: number, wishes: readonly Slide[]): { readonly board: Board; readonly moves: string } {
  return wishes.reduce<{ board: Board; moves: string }>(
    ({ board, moves }, move) => {
      const next = slide(board, size, move);
      return next === null ? { board, moves } : { board: next, moves: moves + move };
    },
    { board: solvedBoard(size), moves: '' },
  );
}

const wayBack = (moves: string): string =>
  Array.from(moves)
    .reverse()
    .map((move) => back[move as Slide])
    .join('');

const attemptOf = (board: Board, size: number): JigsawAttempt => ({
  ...{ _id: 'm:fair:2026-11-22:1', key: 'deal', memberId: 'm', device: 'd', jigsawId: 'fair', day: '2026-11-22', n: 1 },
  ...{ size, board, dealtAt: 10_000, secondsMax: 300, solution: null, first: false, points: 0, chances: 0 },
});

test('whatever is slid from the solved board can be solved, by sliding back', () => {
  fc.assert(
    fc.property(anySize, fc.array(anySlide, { maxLength: 80 }), (size, wishes) => {
      const { board, moves } = walk(size, wishes);
      expect(isSolvable(board, size)).toBe(true);
      const end = replay(board, size, wayBack(moves));
      expect(typeof end === 'object' && isSolved(end)).toBe(true);
    }),
  );
});

test('a board with two pieces changed cannot be solved', () => {
  fc.assert(
    fc.property(anySize, fc.array(anySlide, { maxLength: 80 }), (size, wishes) => {
      const { board } = walk(size, wishes);
      const [one, two] = [board.indexOf(1), board.indexOf(2)];
      const swapped = board.map((piece, place) => (place === one ? 2 : place === two ? 1 : piece));
      expect(isSolvable(swapped, size)).toBe(false);
    }),
  );
});

test('of a puzzle of three the solvable orders are just those that sliding reaches', () => {
  // Two rows of columns are enough to walk the whole of 3 × 3: 9! ÷ 2 boards.
  const seen = new Set([solvedBoard(3).join('')]);
  let edge: Board[] = [solvedBoard(3)];
  while (edge.length > 0) {
    const next: Board[] = [];
    for (const board of edge) {
      for (const move of ['U', 'D', 'L', 'R'] as const) {
        const slid = slide(board, 3, move);
        if (slid === null || seen.has(slid.join(''))) continue;
        seen.add(slid.join(''));
        next.push(slid);
      }
    }
    edge = next;
  }
  expect(seen.size).toBe(181_440);
  const random = seededBytes(11);
  for (let n = 0; n < 500; n += 1) expect(seen.has(dealBoard(3, random).join(''))).toBe(true);
});

test('what is dealt can be solved, is not solved, and puts the gap everywhere alike (χ² with 8 degrees of freedom)', () => {
  const random = seededBytes(5);
  const gaps = Array<number>(9).fill(0);
  const deals = 4_500;
  for (let n = 0; n < deals; n += 1) {
    const board = dealBoard(3, random);
    expect(isSolvable(board, 3) && !isSolved(board)).toBe(true);
    const gap = board.indexOf(0);
    gaps[gap] = (gaps[gap] ?? 0) + 1;
  }
  const expected = deals / 9;
  expect(gaps.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)).toBeLessThan(42.7);
  for (const size of [4, 5]) expect(isSolvable(dealBoard(size, random), size)).toBe(true);
});

test('a tap in the gap’s row or column slides all between, any other nothing', () => {
  expect(slidesTo(solvedBoard(4), 4, 13)).toEqual(['R', 'R', 'R']);
  expect(slidesTo(solvedBoard(4), 4, 8)).toEqual(['D', 'D']);
  expect(slidesTo(solvedBoard(4), 4, 1)).toEqual([]);
  expect(slidesTo(solvedBoard(4), 4, 0)).toEqual([]);
});

test('a solution is replayed: impossible slides, an end that is not the picture and hands too fast are refused', () => {
  const { board, moves } = walk(3, ['D', 'R', 'U', 'L', 'D', 'D', 'R']);
  const attempt = attemptOf(board, 3);
  const right = wayBack(moves);
  const judge = (given: string, now = 20_000, key = 'solve') => decideSolution(attempt, { key, moves: given }, now);
  expect(judge(right)).toMatchObject({ ok: true, value: { ms: 10_000, isNew: true } });
  expect(judge(right.slice(1))).toMatchObject({ refusal: { code: 'jigsaw.moves' } });
  expect(judge('U'.repeat(9))).toMatchObject({ refusal: { code: 'jigsaw.moves', args: { at: expect.any(Number) as number } } });
  expect(judge('')).toMatchObject({ refusal: { code: 'jigsaw.moves' } });
  expect(judge(right, 10_000 + right.length * 40 - 1)).toMatchObject({ refusal: { code: 'jigsaw.tooFast' } });
  expect(judge(right, 10_000 + right.length * 40)).toMatchObject({ ok: true });
});

test('the time is the server’s, to the second, with a little for the way', () => {
  const { board, moves } = walk(3, ['D', 'R']);
  const judge = (now: number) => decideSolution(attemptOf(board, 3), { key: 'k', moves: wayBack(moves) }, now);
  expect(judge(312_000)).toMatchObject({ ok: true, value: { ms: 302_000 } });
  expect(judge(312_001)).toMatchObject({ refusal: { code: 'jigsaw.late', args: { seconds: 300 } } });
});

test('the same solution again repeats its answer, another is refused', () => {
  const { board, moves } = walk(3, ['D', 'R']);
  const solved = decideSolution(attemptOf(board, 3), { key: 'k', moves: wayBack(moves) }, 20_000);
  if (!solved.ok) throw new Error(solved.refusal.code);
  const again = (key: string, given: string) => decideSolution(solved.value.attempt, { key, moves: given }, 400_000);
  expect(again('k', wayBack(moves))).toMatchObject({ ok: true, value: { ms: 10_000, isNew: false } });
  expect(again('k', 'UUDD')).toMatchObject({ refusal: { code: 'key.reused' } });
  expect(again('other', wayBack(moves))).toMatchObject({ refusal: { code: 'jigsaw.solved' } });
});
