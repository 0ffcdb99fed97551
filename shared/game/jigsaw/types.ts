import type { Day } from '../../kernel/time';
import type { Game, GameReward, GivenReward } from '../reward';

/** Pictures that the program draws itself. */
export const jigsawPictures = ['lanterns', 'boat', 'snow'] as const;
export type JigsawPicture = (typeof jigsawPictures)[number];

/** A sliding puzzle. */
export interface Jigsaw extends Game {
  readonly picture: JigsawPicture;
  /** Pieces on a side, 3 to 5; the last one is left out. */
  readonly size: number;
  readonly secondsMax: number;
  /** Shuffles dealt to one member a day; the first that is solved gives the reward. */
  readonly perDay: number;
  readonly reward: GameReward;
}

/** The pieces by place, row by row: 1, 2, 3 … as they belong, and 0 for the gap, which belongs last. */
export type Board = readonly number[];

/** A shuffle dealt to one member. `_id` = `<member>:<jigsaw>:<day>:<n>`. */
export interface JigsawAttempt extends GivenReward {
  readonly _id: string;
  /** The caller's key that asked for it. */
  readonly key: string;
  readonly memberId: string;
  readonly device: string;
  readonly jigsawId: string;
  readonly day: Day;
  readonly n: number;
  readonly size: number;
  readonly board: Board;
  readonly dealtAt: number;
  readonly secondsMax: number;
  readonly solution: { readonly key: string; readonly moves: string; readonly at: number } | null;
  /** Whether it was the first solution of its jigsaw and day, which gives the reward. */
  readonly first: boolean;
}

/** A member's best time of a day. `_id` = `<jigsaw>:<day>:<member>`. */
export interface JigsawTime {
  readonly _id: string;
  /** `<jigsaw>:<day>`: those who are ranked together. */
  readonly race: string;
  readonly memberId: string;
  readonly mask: string;
  /** From deal to solution by the server's clock. */
  readonly ms: number;
  readonly moves: number;
  readonly at: number;
}
