import { solveBoard } from '../../../config/demo/solveBoard';
import { gameRows } from '../gameRows';
import type { Act, Seat } from '../seat';

/** Plays a round of the quiz from where it stands, by guessing; sometimes it is left in the middle. */
async function answerQuiz({ say, key, between, random }: Seat): Promise<void> {
  const begun = await say('member', 'quiz.begin', { key: key(), quizId: 'lore' });
  if (begun === null) return;
  const { roundId, of } = begun;
  for (let number = begun.answered.length + 1; number <= of; number += 1) {
    if (random() < 0.1 || (await say('member', 'quiz.ask', { roundId, number })) === null) return;
    const option = random() < 0.1 ? null : between(0, 1);
    if ((await say('member', 'quiz.answer', { key: key(), roundId, number, option })) === null) return;
  }
}

async function guess({ say, key, between, random }: Seat): Promise<void> {
  const n = between(1, gameRows.riddles.length);
  const text = random() < 0.4 ? `Answer ${n}！` : `answer ${n + 7}`;
  await say('member', 'riddle.guess', { key: key(), festivalId: 'wall', riddleId: `r${n}`, text });
}

async function takeHint({ say, key, between }: Seat): Promise<void> {
  const riddleId = `r${between(1, gameRows.riddles.length)}`;
  await say('member', 'riddle.hint', { key: key(), festivalId: 'wall', riddleId, number: between(1, 2) });
}

/** Deals, or goes on with, a shuffle; solves it, now and then by a way that does not end at the picture. */
async function solve({ say, key, pick, random }: Seat): Promise<void> {
  const jigsawId = pick(gameRows.jigsaws)?.id ?? 'night';
  const dealt = await say('member', 'jigsaw.deal', { key: key(), jigsawId });
  if (dealt === null) return;
  const moves = solveBoard(dealt.board);
  await say('member', 'jigsaw.solve', { key: key(), attemptId: dealt.attemptId, moves: random() < 0.2 ? `${moves}D` : moves });
}

const shopper = ['shopper'] as const;

/** What members play besides draws. */
export const playActs: readonly Act[] = [
  { name: 'answer the quiz', parts: shopper, weight: 2, perform: answerQuiz },
  { name: 'guess a riddle', parts: shopper, weight: 4, perform: guess },
  { name: 'take a hint', parts: shopper, weight: 2, perform: takeHint },
  { name: 'solve a jigsaw', parts: shopper, weight: 2, perform: solve },
];
