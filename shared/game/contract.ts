import * as z from 'zod/mini';
import type { Bilingual } from '../kernel/bilingual';
import { command } from '../kernel/contract';
import { cursorField, keyField, slugField } from '../kernel/fields';
import type { Day } from '../kernel/time';
import type { TierId } from '../tier/types';
import { poolProblems, type Hindrance, type PoolCost } from './checkPool';
import type { DrawReason, DrawRecord } from './drawTypes';
import type { AwardKind, Face, PoolClosing, PoolContent, PoolRevision, PoolState } from './poolTypes';
import type { GameReward } from './reward';
import type { TakenUnit } from './verifyPool';
import type { ChancesView } from './viewChances';

export interface ChanceReceipt {
  readonly chances: ChancesView;
  /** Points available afterwards. */
  readonly available: number;
}

/** Where a pool stands for those who look at it. `closing`: over, its records not yet published. */
export type PoolPhase = 'soon' | 'open' | 'closing' | 'closed' | 'stopped';

/** What the caller may do in a pool. */
export interface MyPool {
  readonly tier: TierId;
  /** Chances that can be used here now. */
  readonly chances: number;
  readonly drawnToday: number;
  readonly drawn: number;
  readonly misses: number;
}

export interface PoolCard {
  readonly id: string;
  readonly name: Bilingual;
  readonly face: Face;
  readonly phase: PoolPhase;
  readonly opensAt: number;
  readonly endsAt: number;
  readonly perDayMax: number;
  /** The dearest prizes, dearest first. */
  readonly prizes: readonly Bilingual[];
  /** Null for somebody without a card. */
  readonly mine: MyPool | null;
}

/** A quiz, riddle festival or jigsaw in the calendar. */
export interface GameCard {
  readonly kind: 'quiz' | 'riddle' | 'jigsaw';
  readonly id: string;
  readonly name: Bilingual;
  /** Days on which it can be played, both included. */
  readonly from: Day;
  readonly to: Day;
  readonly reward: GameReward;
}

export interface PlayView {
  readonly today: Day;
  readonly pools: readonly PoolCard[];
  /** What can be played some day of this week, Monday to Sunday. */
  readonly games: readonly GameCard[];
  readonly chances: ChancesView | null;
  /** Points that can be spent; 0 for somebody without a card. */
  readonly available: number;
}

/** A published state as anybody may read it: the frozen table and rules, and their hash. */
export type PublicRevision = Pick<PoolRevision, 'revision' | 'content' | 'hash' | 'publishedAt'>;

/** Everything published of a pool. */
export interface PoolView {
  readonly card: PoolCard;
  readonly content: PoolContent;
  readonly revisions: readonly PublicRevision[];
  readonly secretHash: string;
  /** Told once the pool is closed. */
  readonly secret: string | null;
  readonly closing: PoolClosing | null;
  readonly stopReason: string | null;
  /** Units of each prize not yet won, released or not; at most 30 seconds old. Prizes without a limit are not in it. */
  readonly left: Readonly<Record<string, number>>;
}

export interface DrawReceipt {
  readonly id: string;
  readonly poolId: string;
  readonly counter: number;
  readonly at: number;
  readonly prize: { readonly id: string; readonly name: Bilingual; readonly kind: AwardKind };
  /** The prize that the number picked, where another one had to be given. */
  readonly picked: { readonly id: string; readonly name: Bilingual } | null;
  readonly reason: DrawReason | null;
  /** Points or chances that it gave. */
  readonly amount: number;
  /** Of goods: what the shop scans. */
  readonly pickupCode: string | null;
  /** Of goods: the pick-up's own id. */
  readonly unitId: string | null;
  /** Of a service pack: its id in the wallet. */
  readonly packId: string | null;
  readonly mine: MyPool;
  readonly available: number;
}

export interface WinnersPage {
  readonly winners: readonly { readonly mask: string; readonly prize: Bilingual; readonly at: number }[];
  readonly next: string | null;
}

export interface MyDrawsPage {
  readonly draws: readonly DrawRecord[];
  readonly next: string | null;
}

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
      readonly stop: { readonly at: number; readonly by: string; readonly device: string; readonly reason: string } | null;
    };
    readonly revisions: readonly PoolRevision[];
  } | null;
  readonly next: string | null;
}

const publishRefusals = ['pool.unknown', ...poolProblems] as const;
export type PublishRefusal = (typeof publishRefusals)[number];

const chancesPerBuyMax = 10;
const poolField = z.strictObject({ poolId: slugField });
const pageField = z.strictObject({ poolId: slugField, cursor: z.optional(cursorField) });
const unitsMax = 100_000;

export const gameMember = {
  /** Chances for points, within the day's limit. */
  'game.buyChance': command<ChanceReceipt>()({
    input: z.strictObject({ key: keyField, count: z.int().check(z.gte(1), z.lte(chancesPerBuyMax)) }),
    refusals: ['member.unknown', 'points.short', 'chance.dayLimit', 'key.reused'],
  }),
  /** What there is to play, and the caller's chances; anybody may look. */
  'game.play': command<PlayView>()({ input: z.strictObject({}), refusals: [] }),
  /** A pool with its frozen rules and odds; anybody may look. */
  'game.pool': command<PoolView>()({ input: poolField, refusals: ['pool.unknown'] }),
  /** One draw for one chance. The nonce is the phone's own, and stays with the key. */
  'game.draw': command<DrawReceipt>()({
    input: z.strictObject({ key: keyField, poolId: slugField, nonce: z.string().check(z.regex(/^[0-9A-Za-z_-]{8,64}$/)) }),
    refusals: [
      'member.unknown',
      'pool.unknown',
      'draw.staff',
      'draw.notOpen',
      'draw.ended',
      'draw.stopped',
      'draw.tier',
      'draw.dayLimit',
      'draw.memberLimit',
      'draw.full',
      'chance.none',
      'key.reused',
    ],
  }),
  /** The caller's own draws of a pool, in order. */
  'game.myDraws': command<MyDrawsPage>()({ input: pageField, refusals: ['member.unknown', 'pool.unknown'] }),
  /** Who won what, newest first, names masked; anybody may look. */
  'game.winners': command<WinnersPage>()({ input: pageField, refusals: ['pool.unknown'] }),
};

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
    refusals: ['pool.unknown', 'pool.notOpen', 'pool.notBetter'],
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
