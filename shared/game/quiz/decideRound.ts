import type { RandomBytes } from '../../kernel/id';
import { accept, refuse, type Outcome } from '../../kernel/refusal';
import { shuffle } from '../shuffle';
import type { Quiz, QuizAnswer, QuizQuestion, QuizRound, RoundQuestion } from './types';

/** An answer that was given in time may be so long on its way, milliseconds. */
const wayMs = 2_000;

/** The questions of a new round: as many as the quiz says, drawn and ordered fairly, the options of each in an order of their own. */
export function dealRound(bank: readonly QuizQuestion[], quiz: Pick<Quiz, 'questionsPerRound'>, random: RandomBytes): RoundQuestion[] {
  const chosen = shuffle(
    bank.filter((question) => question.active),
    random,
  ).slice(0, quiz.questionsPerRound);
  return chosen.map(({ _id, options }) => ({
    questionId: _id,
    order: shuffle(
      options.map((_, place) => place),
      random,
    ),
    shownAt: null,
    text: null,
    options: [],
    answer: null,
  }));
}

/** When a question's time is over, epoch ms; `shownAt` is when it was delivered. */
export function endOf(shownAt: number, seconds: number): number {
  return shownAt + seconds * 1000;
}

/** Delivers a question by its number from 1: only after the one before is answered, and its time runs from the first delivery. */
export function askQuestion(round: QuizRound, number: number, bank: QuizQuestion, now: number): Outcome<QuizRound, 'quiz.order'> {
  const wanted = round.questions[number - 1];
  const ready = number === 1 || (round.questions[number - 2]?.answer ?? null) !== null;
  if (wanted === undefined || !ready) return refuse('quiz.order');
  if (wanted.shownAt !== null) return accept(round);
  const options = wanted.order.flatMap((place) => bank.options[place] ?? []);
  return accept(withQuestion(round, number, { ...wanted, shownAt: now, text: bank.name, options }));
}

/**
 * Judges the answer of a question by the server's clock: late counts as wrong, the first answer is the one that stays. The same key with
 * the same option repeats it. `ended` says whether this answer ended the round.
 */
export function answerQuestion(
  round: QuizRound,
  given: { readonly number: number; readonly option: number | null; readonly key: string },
  bank: QuizQuestion,
  now: number,
): Outcome<{ readonly round: QuizRound; readonly ended: boolean }, 'quiz.order' | 'quiz.answered' | 'key.reused'> {
  const asked = round.questions[given.number - 1];
  if (asked === undefined || asked.shownAt === null) return refuse('quiz.order');
  if (asked.answer !== null) {
    if (asked.answer.key !== given.key) return refuse('quiz.answered');
    return asked.answer.option === given.option ? accept({ round, ended: false }) : refuse('key.reused');
  }
  const right = asked.order.indexOf(bank.right);
  const late = now > endOf(asked.shownAt, round.seconds) + wayMs;
  const correct = !late && given.option === right;
  const answer: QuizAnswer = { option: given.option, key: given.key, at: now, late, correct, right, explanation: bank.explanation };
  const next = withQuestion(round, given.number, { ...asked, answer });
  if (given.number < round.questions.length) return accept({ round: next, ended: false });
  return accept({ round: { ...next, finishedAt: now, passed: correctIn(next) >= round.passMark }, ended: true });
}

/** Right answers of a round so far. */
export function correctIn({ questions }: Pick<QuizRound, 'questions'>): number {
  return questions.filter((question) => question.answer?.correct === true).length;
}

function withQuestion(round: QuizRound, number: number, question: RoundQuestion): QuizRound {
  return { ...round, questions: round.questions.map((each, index) => (index === number - 1 ? question : each)) };
}
