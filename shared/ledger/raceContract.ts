import * as z from 'zod/mini';
import { command } from '../kernel/contract';
import type { Day, Month } from '../kernel/time';
import type { RacePlace, RacePrize, RaceRank, RaceResult } from './race';

/** The race of a month as a member sees it. */
export interface RaceView {
  readonly month: Month;
  readonly today: Day;
  /** When it is settled. */
  readonly settlesOn: Day;
  /** The caller's points, and where they stand; null without points. */
  readonly points: number;
  readonly rank: RaceRank | null;
  readonly racers: number;
  /** As of when the list and the numbers are (epoch ms); null before anybody has points. */
  readonly at: number | null;
  readonly top: readonly RacePlace[];
  readonly prizes: readonly RacePrize[];
  /** Whether the caller's nickname is shown to others. */
  readonly nameShown: boolean;
  /** What the caller won in the race settled last. */
  readonly last: RaceResult | null;
}

export const raceMember = {
  /** The race of this month, or of the one before while it is not settled. */
  'race.view': command<RaceView>()({
    input: z.strictObject({ which: z.enum(['this', 'last']) }),
    refusals: ['member.unknown'],
  }),
  /** Shows the caller's nickname in the list, or a mask again. */
  'race.showName': command<{ readonly nameShown: boolean }>()({
    input: z.strictObject({ show: z.boolean() }),
    refusals: ['member.unknown'],
  }),
};
