import * as z from 'zod/mini';
import type { Bilingual } from '../../kernel/bilingual';
import { command } from '../../kernel/contract';
import { keyField, slugField } from '../../kernel/fields';
import type { Day } from '../../kernel/time';
import type { GameReward, GivenReward } from '../reward';

/** A question that waits for its answer. The time runs by the server's clock; the phone only shows it. */
export interface AskedQuestion {
  readonly number: number;
  readonly text: Bilingual;
  readonly options: readonly Bilingual[];
  readonly endsAt: number;
}

/** A question that was answered: only now is the right option told. */
export interface AnsweredQuestion extends Omit<AskedQuestion, 'endsAt'> {
  readonly option: number | null;
  readonly right: number;
  readonly correct: boolean;
  readonly late: boolean;
  readonly explanation: Bilingual;
}

/** How a round stands. */
export interface QuizRoundView {
  readonly roundId: string;
  /** Questions in all. */
  readonly of: number;
  readonly answered: readonly AnsweredQuestion[];
  /** The question whose time runs; null between questions and at the end. */
  readonly asked: AskedQuestion | null;
  /** How it ended; null while it goes on. */
  readonly result: (GivenReward & { readonly passed: boolean; readonly correct: number }) | null;
}

/** A quiz as its page shows it. */
export interface QuizView {
  readonly id: string;
  readonly name: Bilingual;
  readonly from: Day;
  readonly to: Day;
  readonly open: boolean;
  readonly questionsPerRound: number;
  readonly secondsPerQuestion: number;
  readonly passMark: number;
  readonly roundsPerDay: number;
  readonly reward: GameReward;
  /** Null for somebody without a card. */
  readonly mine: {
    readonly roundsToday: number;
    readonly passedToday: boolean;
    /** The round that was begun today and not ended. */
    readonly round: QuizRoundView | null;
  } | null;
}

/** `<member>:<quiz>:<day>:<n>`: whose it is, is checked against the caller. */
const roundField = z.string().check(z.regex(/^[0-9A-Za-z_:-]{8,120}$/));
const numberField = z.int().check(z.gte(1), z.lte(20));

export const quizMember = {
  /** A quiz, its rules, and the caller's rounds of today; anybody may look. */
  'quiz.view': command<QuizView>()({ input: z.strictObject({ quizId: slugField }), refusals: ['quiz.unknown'] }),
  /** Begins a round, or goes on with the one of today that was not ended. */
  'quiz.begin': command<QuizRoundView>()({
    input: z.strictObject({ key: keyField, quizId: slugField }),
    refusals: ['member.unknown', 'quiz.unknown', 'quiz.closed', 'quiz.passed', 'quiz.roundsUsed', 'key.reused'],
  }),
  /** Delivers a question; its time runs from the first delivery, however often it is asked for. */
  'quiz.ask': command<QuizRoundView>()({
    input: z.strictObject({ roundId: roundField, number: numberField }),
    refusals: ['member.unknown', 'quiz.unknown', 'quiz.order'],
  }),
  /** Takes the answer of the question that is open; the option counts from 0 as shown, null gives up. The last one ends the round. */
  'quiz.answer': command<QuizRoundView>()({
    input: z.strictObject({
      key: keyField,
      roundId: roundField,
      number: numberField,
      option: z.nullable(z.int().check(z.gte(0), z.lte(5))),
    }),
    refusals: ['member.unknown', 'quiz.unknown', 'quiz.order', 'quiz.answered', 'key.reused'],
  }),
};
