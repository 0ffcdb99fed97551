import { answerQuestion, askQuestion, correctIn, dealRound } from '@shared/game/quiz/decideRound';
import type { QuizQuestion, QuizRound } from '@shared/game/quiz/types';
import { viewRound } from '@shared/game/quiz/viewRound';
import { randomBelow, shuffle } from '@shared/game/shuffle';
import { seededBytes } from './seededBytes';

const named = (text: string) => ({ zh: text, en: text });
const bank: readonly QuizQuestion[] = Array.from({ length: 8 }, (_, n) => ({
  _id: `tea:q${n}`,
  quizId: 'tea',
  name: named(`Question ${n}?`),
  options: ['right', 'no', 'nor', 'never'].map((word) => named(`${word} ${n}`)),
  right: 0,
  explanation: named(`Because ${n}.`),
  active: n !== 7,
}));
const questionOf = (round: QuizRound, number: number): QuizQuestion => {
  const found = bank.find(({ _id }) => _id === round.questions[number - 1]?.questionId);
  if (found === undefined) throw new Error('The round asks what the bank has not');
  return found;
};
const roundOf = (seed: number): QuizRound => ({
  ...{ _id: 'm:tea:2026-11-22:1', key: 'begin', memberId: 'm', device: 'd', quizId: 'tea', day: '2026-11-22', n: 1, startedAt: 0 },
  ...{ seconds: 20, passMark: 2, finishedAt: null, passed: false, points: 0, chances: 0 },
  questions: dealRound(bank, { questionsPerRound: 3 }, seededBytes(seed)),
});
const must = <Value>(outcome: { ok: true; value: Value } | { ok: false; refusal: object }): Value => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value;
};
const askIn = (round: QuizRound, number: number, now: number) => askQuestion(round, number, questionOf(round, number), now);
const answerIn = (round: QuizRound, number: number, option: number | null, key: string, now: number) =>
  answerQuestion(round, { number, option, key }, questionOf(round, number), now);
const rightOf = (round: QuizRound, number: number): number => round.questions[number - 1]?.order.indexOf(0) ?? -1;

/** Answers the whole round, each question so many milliseconds after it was asked. */
function playRound(seed: number, answers: readonly { readonly right: boolean; readonly afterMs: number }[]): QuizRound {
  return answers.reduce((round, { right, afterMs }, index) => {
    const number = index + 1;
    const asked = must(askIn(round, number, 100_000 * number));
    const option = right ? rightOf(asked, number) : (rightOf(asked, number) + 1) % 4;
    return must(answerIn(asked, number, option, `key-${number}`, 100_000 * number + afterMs)).round;
  }, roundOf(seed));
}

test('a shuffle gives every order of four equally often (χ² with 23 degrees of freedom, once in a million)', () => {
  const random = seededBytes(7);
  const counts = new Map<string, number>();
  const rounds = 24_000;
  for (let index = 0; index < rounds; index += 1) {
    const order = shuffle(['a', 'b', 'c', 'd'], random).join('');
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  expect(counts.size).toBe(24);
  const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
  expect(chiSquare).toBeLessThan(70.2);
});

test('a number below ten is never one that would make others likelier', () => {
  // The largest 32-bit numbers would favour 0 to 5, so they are thrown away.
  const bytes = [255, 255, 255, 250, 0, 0, 0, 13];
  expect(randomBelow(10, (count) => Uint8Array.from(bytes.splice(0, count)))).toBe(3);
});

test('a round has different questions of the bank that are in use, and their options in an order of their own', () => {
  const deals = Array.from({ length: 60 }, (_, seed) => roundOf(seed).questions);
  for (const questions of deals) {
    expect(new Set(questions.map(({ questionId }) => questionId)).size).toBe(3);
    expect(questions.map(({ questionId }) => questionId)).not.toContain('tea:q7');
    for (const { order } of questions) expect([...order].sort()).toEqual([0, 1, 2, 3]);
  }
  expect(new Set(deals.flat().map(({ order }) => order.join(''))).size).toBe(24);
});

test('nothing of a question is in the view before it was delivered, and nothing of its answer before one was given', () => {
  const round = roundOf(1);
  expect(JSON.stringify(viewRound(round))).not.toMatch(/Question|right|Because/);
  const asked = must(askIn(round, 1, 5_000));
  const seen = viewRound(asked);
  expect(seen).toMatchObject({ of: 3, answered: [], asked: { number: 1, endsAt: 25_000 }, result: null });
  expect(JSON.stringify(seen)).not.toMatch(/Because|"right"/);
  expect(seen.asked?.options).toHaveLength(4);
  const answered = must(answerIn(asked, 1, 0, 'key-1', 6_000)).round;
  expect(viewRound(answered)).toMatchObject({ answered: [{ number: 1, right: rightOf(round, 1) }], asked: null });
});

test('the time runs from the first delivery, however often the question is asked for', () => {
  const asked = must(askIn(roundOf(2), 1, 5_000));
  expect(must(askIn(asked, 1, 24_000))).toBe(asked);
  expect(viewRound(asked).asked?.endsAt).toBe(25_000);
});

test.each([
  [20_000, true],
  [22_000, true],
  [22_001, false],
])('the right answer after %i ms counts: %s', (afterMs, counts) => {
  const round = playRound(3, [{ right: true, afterMs }]);
  expect(round.questions[0]?.answer).toMatchObject({ correct: counts, late: !counts });
});

test('questions come in order: none before the one before it is answered, none twice, none beyond the last', () => {
  const round = roundOf(4);
  expect(askIn(round, 2, 0)).toMatchObject({ refusal: { code: 'quiz.order' } });
  expect(answerIn(round, 1, 0, 'key', 0)).toMatchObject({ refusal: { code: 'quiz.order' } });
  expect(askQuestion(round, 4, questionOf(round, 1), 0)).toMatchObject({ refusal: { code: 'quiz.order' } });
});

test('the first answer stays: the same tap repeats it, another is refused', () => {
  const round = playRound(5, [{ right: false, afterMs: 0 }]);
  const given = round.questions[0]?.answer?.option ?? 0;
  expect(must(answerIn(round, 1, given, 'key-1', 0)).round).toBe(round);
  expect(answerIn(round, 1, rightOf(round, 1), 'key-1', 0)).toMatchObject({ refusal: { code: 'key.reused' } });
  expect(answerIn(round, 1, rightOf(round, 1), 'key-2', 0)).toMatchObject({ refusal: { code: 'quiz.answered' } });
});

test('the last answer ends the round, which is passed from the pass mark on', () => {
  const [right, wrong] = [
    { right: true, afterMs: 900 },
    { right: false, afterMs: 900 },
  ];
  const passed = playRound(6, [right, wrong, right]);
  expect([passed.passed, correctIn(passed), passed.finishedAt]).toEqual([true, 2, 300_900]);
  const failed = playRound(6, [wrong, wrong, right]);
  expect([failed.passed, correctIn(failed)]).toEqual([false, 1]);
  expect(viewRound(failed).result).toEqual({ passed: false, correct: 1, points: 0, chances: 0 });
});
