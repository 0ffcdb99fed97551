import * as z from 'zod/mini';
import type { Bilingual } from '../../kernel/bilingual';
import { command } from '../../kernel/contract';
import { keyField, slugField } from '../../kernel/fields';
import type { Day } from '../../kernel/time';
import type { GameReward, GivenReward } from '../reward';
import type { Board, JigsawPicture } from './types';

/** A shuffle that waits to be solved. */
export interface AttemptView {
  readonly attemptId: string;
  readonly size: number;
  readonly board: Board;
  readonly dealtAt: number;
  readonly endsAt: number;
}

/** The day's best, at most ten. */
export type Leaders = readonly { readonly mask: string; readonly ms: number; readonly moves: number; readonly mine: boolean }[];

/** A jigsaw as its page shows it. */
export interface JigsawView {
  readonly id: string;
  readonly name: Bilingual;
  readonly from: Day;
  readonly to: Day;
  readonly open: boolean;
  readonly picture: JigsawPicture;
  readonly size: number;
  readonly secondsMax: number;
  readonly perDay: number;
  readonly reward: GameReward;
  readonly leaders: Leaders;
  /** Null for somebody without a card. */
  readonly mine: {
    readonly attemptsToday: number;
    /** The best time of today; null before the first, which is the one that gives the reward. */
    readonly bestMs: number | null;
    readonly attempt: AttemptView | null;
  } | null;
}

export interface SolveReceipt {
  readonly ms: number;
  readonly moves: number;
  /** Null when today's reward was given before. */
  readonly given: GivenReward | null;
}

/** `<member>:<jigsaw>:<day>:<n>`: whose it is, is checked against the caller. */
const attemptField = z.string().check(z.regex(/^[0-9A-Za-z_:-]{8,120}$/));

export const jigsawMember = {
  /** A jigsaw, its rules, the caller's attempts of today and the day's best; anybody may look. */
  'jigsaw.view': command<JigsawView>()({ input: z.strictObject({ jigsawId: slugField }), refusals: ['jigsaw.unknown'] }),
  /** Deals a shuffle, or gives the one of today whose time still runs. */
  'jigsaw.deal': command<AttemptView>()({
    input: z.strictObject({ key: keyField, jigsawId: slugField }),
    refusals: ['member.unknown', 'jigsaw.unknown', 'jigsaw.closed', 'jigsaw.used', 'key.reused'],
  }),
  /** The slides that solve an attempt, in order: where each piece goes. They are replayed. */
  'jigsaw.solve': command<SolveReceipt>()({
    input: z.strictObject({
      key: keyField,
      attemptId: attemptField,
      moves: z.string().check(z.regex(/^[UDLR]{1,5000}$/)),
    }),
    refusals: ['member.unknown', 'jigsaw.unknown', 'jigsaw.solved', 'jigsaw.late', 'jigsaw.moves', 'jigsaw.tooFast', 'key.reused'],
  }),
};
