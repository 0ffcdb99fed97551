import { solvedBoard } from '@shared/game/jigsaw/board';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { zh } from '@/copy/zh';
import { JigsawBoard } from '@/features/game/jigsaw/JigsawBoard';
import { QuizQuestion } from '@/features/game/quiz/QuizQuestion';
import { chooseLanguage } from '@/platform/language';

const words = zh.gameJigsaw;
const named = (text: string) => ({ zh: text, en: text });

beforeEach(() => chooseLanguage('zh'));

const open = () => {
  const [onPiece, onSlide] = [jest.fn(), jest.fn()];
  const board = [1, 2, 3, 4, 5, 6, 7, 0, 8];
  render(<JigsawBoard board={board} size={3} picture="boat" numbers onPiece={onPiece} onSlide={onSlide} />);
  return { onPiece, onSlide, group: screen.getByRole('group', { name: words.board }) };
};

test('every piece says which it is and where it lies, and a tap names it', () => {
  const { onPiece } = open();
  expect(screen.getAllByRole('button')).toHaveLength(8);
  fireEvent.click(screen.getByRole('button', { name: words.piece(8, 3, 3) }));
  expect(onPiece).toHaveBeenCalledWith(8);
});

test.each([
  ['ArrowUp', 'U'],
  ['ArrowDown', 'D'],
  ['ArrowLeft', 'L'],
  ['ArrowRight', 'R'],
])('the key %s slides the piece that can go that way, from whichever has the focus', (key, way) => {
  const { onSlide } = open();
  fireEvent.keyDown(screen.getByRole('button', { name: words.piece(1, 1, 1) }), { key });
  expect(onSlide).toHaveBeenCalledWith(way);
});

/** Presses a piece's place, moves so far, and looks at it before it is let go. */
const drag = (piece: number, right: number, down: number, pointerType = 'touch', buttons = 0): string => {
  const place = screen.getByRole('button', { name: new RegExp(`^${words.piece(piece, 0, 0).split('，')[0] ?? ''}，`) }).parentElement;
  if (place === null) throw new Error('A piece has its place');
  place.getBoundingClientRect = () => new DOMRect(0, 0, 100, 100);
  Object.assign(place, { setPointerCapture: jest.fn(), hasPointerCapture: () => false });
  const point = (kind: string, clientX: number, clientY: number): void => {
    const event = new MouseEvent(kind, { clientX, clientY, buttons, bubbles: true });
    Object.defineProperties(event, { pointerType: { value: pointerType }, pointerId: { value: 1 } });
    fireEvent(place, event);
  };
  point('pointerdown', 50, 50);
  point('pointermove', 50 + right, 50 + down);
  const { transform } = place.style;
  point('pointerup', 50 + right, 50 + down);
  return transform;
};

test.each<[string, number, number, number, string, number | null, string | null]>([
  ['left into the gap', 8, -60, 5, 'translateX(-60%)', 8, null],
  ['further than the gap', 8, -180, 5, 'translateX(-100%)', 8, null],
  ['a little, and it slides back', 8, -20, 5, 'translateX(-20%)', null, null],
  ['down, with the one between', 2, 5, 50, 'translateY(50%)', 2, null],
  ['where there is no gap: a stroke, of what can go that way', 1, 60, 5, '', null, 'R'],
  ['away from the gap: a stroke too', 8, 5, -60, '', null, 'U'],
  ['hardly at all', 8, -4, 3, '', null, null],
])('a piece that is dragged %s', (_, piece, right, down, follows, slid, way) => {
  const { onPiece, onSlide } = open();
  expect(drag(piece, right, down)).toBe(follows);
  expect(onPiece.mock.calls).toEqual(slid === null ? [] : [[slid]]);
  expect(onSlide.mock.calls).toEqual(way === null ? [] : [[way]]);
});

test('a mouse drags pressed only, and the click that ends a drag is none', () => {
  const { onPiece } = open();
  expect(drag(8, -60, 0, 'mouse', 0)).toBe('');
  expect(drag(8, -20, 0, 'mouse', 1)).toBe('translateX(-20%)');
  fireEvent.click(screen.getByRole('button', { name: words.piece(8, 3, 3) }));
  expect(onPiece).not.toHaveBeenCalled();
});

test('each piece shows its own part of the picture', () => {
  const { group } = open();
  const parts = [...group.querySelectorAll<HTMLElement>('.jigsaw__part')].map(({ style }) => style.backgroundPosition);
  expect(new Set(parts).size).toBe(8);
  expect(parts).toHaveLength(solvedBoard(3).length - 1);
});

describe('a question', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  const asked = () => ({ number: 1, text: named('几点？'), options: [named('一点'), named('两点')], endsAt: Date.now() + 5_000 });

  test('takes one tap while an answer is on its way', () => {
    const onAnswer = jest.fn(() => new Promise<void>(() => undefined));
    render(<QuizQuestion asked={asked()} of={5} seconds={20} onAnswer={onAnswer} />);
    fireEvent.click(screen.getByText('两点'));
    fireEvent.click(screen.getByText('一点'));
    expect(onAnswer.mock.calls).toEqual([[1]]);
  });

  test('is given up by itself when its time is over, once', async () => {
    const onAnswer = jest.fn(() => Promise.resolve());
    render(<QuizQuestion asked={asked()} of={5} seconds={20} onAnswer={onAnswer} />);
    await act(() => jest.advanceTimersByTimeAsync(4_000));
    expect(onAnswer).not.toHaveBeenCalled();
    await act(() => jest.advanceTimersByTimeAsync(3_000));
    expect(onAnswer.mock.calls).toEqual([[null]]);
    expect(screen.getByRole('timer').textContent).toBe(zh.gameQuiz.timeUp);
  });
});
