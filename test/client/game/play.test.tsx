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

test.each([
  [60, 5, 'R'],
  [-60, 5, 'L'],
  [5, 60, 'D'],
  [5, -60, 'U'],
  [5, 5, null],
])('a finger that goes %i to the right and %i down slides %s', (right, down, way) => {
  const { onSlide, group } = open();
  fireEvent.touchStart(group, { touches: [{ clientX: 100, clientY: 100 }] });
  fireEvent.touchEnd(group, { changedTouches: [{ clientX: 100 + right, clientY: 100 + down }] });
  if (way === null) expect(onSlide).not.toHaveBeenCalled();
  else expect(onSlide).toHaveBeenCalledWith(way);
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
