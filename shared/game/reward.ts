import type { Bilingual } from '../kernel/bilingual';
import type { Day } from '../kernel/time';

/** What a game that was won gives: points at once, or chances to draw. */
export type GameReward = { readonly kind: 'points'; readonly points: number } | { readonly kind: 'chance'; readonly count: number };

/** What was really given: the day's limit may have left no room for a chance. */
export interface GivenReward {
  readonly points: number;
  readonly chances: number;
}

/** A game of the calendar: what every quiz, riddle festival and jigsaw says of itself. `_id` is its id from the file. */
export interface Game {
  readonly _id: string;
  readonly name: Bilingual;
  /** The days on which it can be played, both included. */
  readonly from: Day;
  readonly to: Day;
  readonly active: boolean;
}
