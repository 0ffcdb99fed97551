import * as z from 'zod/mini';
import type { Bilingual } from '../kernel/bilingual';
import { command } from '../kernel/contract';
import { cursorField, keyField, slugField } from '../kernel/fields';
import type { Day } from '../kernel/time';
import type { TierId } from '../tier/types';
import type { DrawReason, DrawRecord } from './drawTypes';
import type { AwardKind, Face, PoolClosing, PoolContent, PoolRevision } from './poolTypes';
import type { GameReward } from './reward';
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

const chancesPerBuyMax = 10;
/** Names a pool. */
export const poolField = z.strictObject({ poolId: slugField });
const pageField = z.strictObject({ poolId: slugField, cursor: z.optional(cursorField) });

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
