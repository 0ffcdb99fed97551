import type { Bilingual } from '../kernel/bilingual';

export const tierIds = ['firefly', 'candle', 'lantern', 'galaxy'] as const;
export type TierId = (typeof tierIds)[number];

/** One row of the programme's tier table. */
export interface Tier {
  readonly id: TierId;
  readonly name: Bilingual;
  /** Score needed over the last 13 month buckets. */
  readonly scoreNeeded: number;
  /** Points multiplier in integer hundredths. */
  readonly multiplier: number;
}
