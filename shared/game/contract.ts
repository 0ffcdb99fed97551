import * as z from 'zod/mini';
import { command } from '../kernel/contract';
import { keyField } from '../kernel/fields';
import type { ChancesView } from './viewChances';

export interface ChanceReceipt {
  readonly chances: ChancesView;
  /** Points available afterwards. */
  readonly available: number;
}

const chancesPerBuyMax = 10;

export const gameMember = {
  /** Chances for points, within the day's limit. */
  'game.buyChance': command<ChanceReceipt>()({
    input: z.strictObject({ key: keyField, count: z.int().check(z.gte(1), z.lte(chancesPerBuyMax)) }),
    refusals: ['member.unknown', 'points.short', 'chance.dayLimit', 'key.reused'],
  }),
};
