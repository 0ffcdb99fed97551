import * as z from 'zod/mini';
import type { Bilingual } from '../../kernel/bilingual';
import { command } from '../../kernel/contract';
import { cursorField, keyField, slugField } from '../../kernel/fields';
import type { Day } from '../../kernel/time';
import type { GameReward, GivenReward } from '../reward';

/** A riddle as one member sees it: hints that were bought, and the answer once it can no longer be guessed. */
export interface RiddleView {
  readonly id: string;
  readonly place: number;
  readonly text: Bilingual;
  readonly category: Bilingual;
  readonly reward: GameReward;
  readonly state: 'open' | 'solved' | 'missed';
  readonly triesLeft: number;
  /** Wrong guesses so far. */
  readonly wrong: readonly string[];
  readonly hints: readonly Bilingual[];
  readonly hintsLeft: number;
  readonly solution: { readonly answer: string; readonly explanation: Bilingual } | null;
  /** What solving it gave. */
  readonly given: GivenReward | null;
}

/** A festival with a page of its riddles, in order. */
export interface FestivalPage {
  readonly id: string;
  readonly name: Bilingual;
  readonly from: Day;
  readonly to: Day;
  readonly open: boolean;
  readonly tries: number;
  readonly hintPoints: number;
  readonly reward: GameReward;
  readonly riddlesInAll: number;
  /** Null for somebody without a card. */
  readonly solved: number | null;
  readonly riddles: readonly RiddleView[];
  readonly next: string | null;
}

export interface GuessReceipt {
  readonly right: boolean;
  readonly riddle: RiddleView;
}

export interface HintReceipt {
  readonly riddle: RiddleView;
  /** Points available afterwards. */
  readonly available: number;
}

const riddleFields = { key: keyField, festivalId: slugField, riddleId: slugField };

export const riddleMember = {
  /** A festival and its riddles, page by page; anybody may look. */
  'riddle.festival': command<FestivalPage>()({
    input: z.strictObject({ festivalId: slugField, cursor: z.optional(cursorField) }),
    refusals: ['riddle.unknown'],
  }),
  /** One guess; the right one gives the riddle's reward, once. */
  'riddle.guess': command<GuessReceipt>()({
    input: z.strictObject({ ...riddleFields, text: z.string().check(z.minLength(1), z.maxLength(40)) }),
    refusals: ['member.unknown', 'riddle.unknown', 'riddle.closed', 'riddle.over', 'riddle.empty', 'key.reused'],
  }),
  /** A hint for points, the first one first; the same hint is paid for once. */
  'riddle.hint': command<HintReceipt>()({
    input: z.strictObject({ ...riddleFields, number: z.int().check(z.gte(1), z.lte(3)) }),
    refusals: ['member.unknown', 'riddle.unknown', 'riddle.closed', 'riddle.over', 'riddle.noHint', 'points.short'],
  }),
};
