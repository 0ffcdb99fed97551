import * as z from 'zod/mini';
import { command } from '../kernel/contract';
import { cursorField } from '../kernel/fields';
import type { Day } from '../kernel/time';
import type { LadderStepView } from '../reward/climb';
import type { Tier, TierChange } from './types';
import type { TierView } from './view';

/** A change of tier as its member sees it. */
export type TierChangeView = Pick<TierChange, 'n' | 'day' | 'from' | 'to' | 'reason' | 'score'>;

/** Everything that the page about tiers says: where the caller stands, what each tier brings, and how the caller came here. */
export interface TierOverview {
  readonly today: Day;
  readonly tier: TierView;
  readonly lifetimePoints: number;
  /** The ladder by lifetime points. */
  readonly ladder: readonly LadderStepView[];
  /** All tiers in rising order, with their benefits. */
  readonly tiers: readonly Tier[];
  /** Changes of tier, newest first. */
  readonly changes: readonly TierChangeView[];
  readonly next: string | null;
}

export const tierMember = {
  /** The caller's tier, the table of benefits, and a page of the caller's changes of tier. */
  'tier.overview': command<TierOverview>()({
    input: z.strictObject({ cursor: z.optional(cursorField) }),
    refusals: ['member.unknown'],
  }),
};
