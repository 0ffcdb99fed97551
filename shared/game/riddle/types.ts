import type { Bilingual } from '../../kernel/bilingual';
import type { Game, GameReward, GivenReward } from '../reward';

/** A set of riddles that hang for some days. Its riddles are `riddles`. */
export interface RiddleFestival extends Game {
  /** Guesses of one member at one riddle. */
  readonly tries: number;
  /** Price of a hint in points. */
  readonly hintPoints: number;
  /** For each riddle that names no reward of its own. */
  readonly reward: GameReward;
}

/** One riddle. `_id` = `<festival>:<riddle>`. */
export interface Riddle {
  readonly _id: string;
  readonly festivalId: string;
  /** Its place in the festival, 1, 2, 3 … */
  readonly place: number;
  /** The riddle itself. */
  readonly name: Bilingual;
  /** What is to be guessed: a character, a thing, an idiom. */
  readonly category: Bilingual;
  /** Every answer that is accepted; the first is the one that is told. */
  readonly answers: readonly string[];
  readonly hints: readonly Bilingual[];
  readonly explanation: Bilingual;
  readonly reward: GameReward | null;
  readonly active: boolean;
}

/** What one member did at one riddle. `_id` = `<member>:<festival>:<riddle>`. */
export interface RiddleState extends GivenReward {
  readonly _id: string;
  readonly memberId: string;
  readonly festivalId: string;
  readonly guesses: readonly { readonly key: string; readonly text: string; readonly at: number; readonly right: boolean }[];
  /** Hints bought, in order. */
  readonly hints: readonly { readonly key: string; readonly at: number }[];
  readonly solvedAt: number | null;
  readonly device: string;
}
