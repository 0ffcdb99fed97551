import * as z from 'zod/mini';
import { command } from '../kernel/contract';
import { cursorField, slugField } from '../kernel/fields';
import { poolProblems, type Hindrance, type PoolCost } from './checkPool';
import { poolField } from './contract';
import type { DrawRecord } from './drawTypes';
import type { PoolClosing, PoolRevision, PoolState } from './poolTypes';
import type { TakenUnit } from './verifyPool';

/** A pool as the operator sees it after an act. */
export interface PoolReceipt {
  readonly poolId: string;
  readonly state: PoolState;
  readonly revision: number;
  readonly hash: string;
  readonly secretHash: string;
  readonly closing: PoolClosing | null;
}

export type PoolCheck = PoolCost & { readonly hindrances: readonly Hindrance[] };

export type ExportPart = 'head' | 'draws' | 'units';

/** A page of a pool's export; lines are JSON values in the order in which the file keeps them. */
export interface ExportPage {
  readonly draws: readonly DrawRecord[];
  readonly units: readonly TakenUnit[];
  readonly head: {
    readonly pool: {
      readonly _id: string;
      readonly secret: string | null;
      readonly secretHash: string;
      readonly closing: PoolClosing | null;
      /** Programme time's, by which a day's draws are counted. */
      readonly offsetMinutes: number;
      readonly stop: { readonly at: number; readonly by: string; readonly device: string; readonly reason: string } | null;
    };
    readonly revisions: readonly PoolRevision[];
  } | null;
  readonly next: string | null;
}

const publishRefusals = ['pool.unknown', ...poolProblems] as const;
export type PublishRefusal = (typeof publishRefusals)[number];

const unitsMax = 100_000;

export const gameConsole = {
  /** What a draft still lacks, and what it can cost. */
  'game.check': command<PoolCheck>()({ input: poolField, refusals: ['pool.unknown'] }),
  /** Freezes a draft and opens it at its time. */
  'game.publish': command<PoolReceipt>()({ input: poolField, refusals: publishRefusals }),
  /** More stock, a later end: nothing else. */
  'game.revise': command<PoolReceipt>()({
    input: z.strictObject({
      poolId: slugField,
      ends: z.optional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2} ([01]\d|2[0-3]):[0-5]\d$/))),
      stock: z.array(z.strictObject({ prizeId: slugField, stock: z.int().check(z.gte(1), z.lte(unitsMax)) })),
    }),
    refusals: ['pool.unknown', 'pool.notOpen', 'pool.notBetter', 'pool.coupon', 'pool.couponLapses'],
  }),
  /** Ends a pool before its time. */
  'game.stop': command<PoolReceipt>()({
    input: z.strictObject({ poolId: slugField, reason: z.string().check(z.minLength(2), z.maxLength(200)) }),
    refusals: ['pool.unknown', 'pool.notOpen'],
  }),
  /** Publishes the secret and the chain over the records of a pool that is over. */
  'game.close': command<PoolReceipt>()({ input: poolField, refusals: ['pool.unknown', 'pool.notEnded'] }),
  /** A pool's archive, page by page: what anybody needs to recompute it; no member is named. */
  'game.export': command<ExportPage>()({
    input: z.strictObject({ poolId: slugField, part: z.enum(['head', 'draws', 'units']), cursor: z.optional(cursorField) }),
    refusals: ['pool.unknown'],
  }),
};
