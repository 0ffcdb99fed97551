import type { QuizRoundView } from '@shared/game/quiz/contract';
import type { QuizQuestionRow, QuizRow } from '@shared/game/quiz/rows';
import type { Section } from '@shared/store/sections';
import type { TestShop } from '../openShop';

const named = (text: string) => ({ zh: text, en: text });

/** A quiz of three questions out of eight, two of which must be right. */
const quizRow: QuizRow = {
  ...{ id: 'tea', name: named('tea'), from: '2026-11-01', to: '2026-12-31' },
  ...{ questions: 3, seconds: 20, pass: 2, perDay: 3, reward: { kind: 'chance', count: 1 } },
};

/** A question whose right option is the one that says so. */
const questionRow = (quiz: string, n: number): QuizQuestionRow => ({
  ...{ quiz, id: `q${n}`, text: named(`Question ${n}?`), explanation: named(`Because ${n}.`), answer: 2 },
  options: ['no', 'right', 'nor', 'never'].map((word) => named(word)),
});

/** Files rows of a section; a refused one fails the test. */
export async function file(shop: TestShop, section: Section, rows: readonly unknown[]): Promise<void> {
  const report = await shop.must('operator-1', 'console', 'store.apply', { section, rows: [...rows], dryRun: false, firstRow: 0 });
  const refused = report.rows.filter(({ result }) => result === 'refused');
  if (refused.length > 0) throw new Error(`Rows were refused: ${JSON.stringify(refused)}`);
}

/** Files a quiz with its bank. */
export async function openQuiz(shop: TestShop, change: Partial<QuizRow> = {}): Promise<string> {
  const quiz = { ...quizRow, ...change };
  await file(shop, 'quizzes', [quiz]);
  await file(
    shop,
    'quizQuestions',
    Array.from({ length: 8 }, (_, n) => questionRow(quiz.id, n)),
  );
  // Instances keep what they know of quizzes for half a minute.
  shop.cloud.clock.advanceMs(31_000);
  return quiz.id;
}

/** Where the right option of the asked question is shown. */
export function rightPlace(round: QuizRoundView): number {
  return round.asked?.options.findIndex(({ en }) => en === 'right') ?? -1;
}

/** Plays what is left of a round, answering rightly or not. */
export async function playOn(shop: TestShop, openid: string, begun: QuizRoundView, rightly: readonly boolean[]): Promise<QuizRoundView> {
  let round = begun;
  for (let number = round.answered.length + 1; number <= round.of; number += 1) {
    const asked = await shop.must(openid, 'member', 'quiz.ask', { roundId: round.roundId, number });
    const right = rightPlace(asked);
    const option = rightly[number - 1] === true ? right : (right + 1) % 4;
    const key = `answer-${round.roundId.slice(-12)}-${number}`.replace(/[^0-9A-Za-z_-]/g, '-');
    round = await shop.must(openid, 'member', 'quiz.answer', { key, roundId: round.roundId, number, option });
  }
  return round;
}
