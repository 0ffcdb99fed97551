import type { Bilingual } from '../../kernel/bilingual';
import type { Day } from '../../kernel/time';
import type { Game, GameReward } from '../reward';

/** A quiz: how its rounds go. Its questions are `quizQuestions`. */
export interface Quiz extends Game {
  readonly questionsPerRound: number;
  readonly secondsPerQuestion: number;
  /** Right answers that pass a round. */
  readonly passMark: number;
  /** Rounds of one member a day; who has passed plays no other that day. */
  readonly roundsPerDay: number;
  readonly reward: GameReward;
}

/** One question of a bank. `_id` = `<quiz>:<question>`. */
export interface QuizQuestion {
  readonly _id: string;
  readonly quizId: string;
  /** The question itself. */
  readonly name: Bilingual;
  readonly options: readonly Bilingual[];
  /** Index of the right option as the bank orders them. */
  readonly right: number;
  readonly explanation: Bilingual;
  readonly active: boolean;
}

/** An answer as it was judged. */
export interface QuizAnswer {
  /** The option as it was shown; null: none was chosen in time. */
  readonly option: number | null;
  readonly key: string;
  readonly at: number;
  readonly late: boolean;
  readonly correct: boolean;
  /** The right option as it was shown. */
  readonly right: number;
  readonly explanation: Bilingual;
}

/**
 * A question of a round. The right option is not in it before it was answered: members may ask for every document about them
 * at any time, also in the middle of a round.
 */
export interface RoundQuestion {
  readonly questionId: string;
  /** The bank's option at each shown place. */
  readonly order: readonly number[];
  /** When it was first delivered, from which its time runs; null before. */
  readonly shownAt: number | null;
  /** What was delivered. */
  readonly text: Bilingual | null;
  readonly options: readonly Bilingual[];
  readonly answer: QuizAnswer | null;
}

/** One round of one member. `_id` = `<member>:<quiz>:<day>:<n>`, so that a day has no more rounds than it may. */
export interface QuizRound {
  readonly _id: string;
  /** The caller's key that began it. */
  readonly key: string;
  readonly memberId: string;
  readonly device: string;
  readonly quizId: string;
  readonly day: Day;
  readonly n: number;
  readonly startedAt: number;
  readonly seconds: number;
  readonly passMark: number;
  readonly questions: readonly RoundQuestion[];
  readonly finishedAt: number | null;
  readonly passed: boolean;
  readonly points: number;
  readonly chances: number;
}
