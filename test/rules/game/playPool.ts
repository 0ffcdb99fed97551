import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { afterDraw, newDrawer, planDraw, prizeOf } from '@shared/game/decideDraw';
import type { DrawReason, DrawRecord, Drawer } from '@shared/game/drawTypes';
import { frozenHash } from '@shared/game/freeze';
import { dayOf } from '@shared/kernel/time';
import { drawerOf, drawNumber, secretHashOf } from '@shared/game/pick';
import type { PoolContent } from '@shared/game/poolTypes';
import { chainOn, chainStart } from '@shared/game/recordChain';
import { prizeStore, releasedAt, reserveStore, unitId } from '@shared/game/units';
import type { PoolExport, TakenUnit } from '@shared/game/verifyPool';

export const secret = '5ec7e7'.padEnd(64, '0');
/** Programme time. */
export const offsetMinutes = 480;
export const opensAt = Date.UTC(2026, 10, 22, 2, 0);
const named = (text: string) => ({ zh: text, en: text });
const everyPrize = { perHour: null, memberMax: null, stock: null, valueFen: 0 } as const;

/** A pool of a lamp with units each hour, a mug each member may win once, points, and thanks. */
export const fair: PoolContent = {
  name: named('fair'),
  face: 'wheel',
  organiser: named('Lantern'),
  rules: named('One chance, one draw.'),
  opensAt,
  endsAt: opensAt + 30 * 86_400_000,
  perDayMax: 1_000,
  perMemberMax: null,
  drawsMax: null,
  prizes: [
    { ...everyPrize, id: 'lamp', name: named('lamp'), award: { kind: 'goods', shopIds: [] }, valueFen: 20_000, stock: 12, perHour: 3 },
    { ...everyPrize, id: 'mug', name: named('mug'), award: { kind: 'goods', shopIds: [] }, valueFen: 3_000, stock: 400, memberMax: 1 },
    { ...everyPrize, id: 'points', name: named('points'), award: { kind: 'points', points: 20 }, valueFen: 20 },
    { ...everyPrize, id: 'thanks', name: named('thanks'), award: { kind: 'thanks' } },
  ],
  tables: [
    {
      tierIds: [],
      total: 1000,
      rows: [
        { prizeId: 'lamp', weight: 50 },
        { prizeId: 'mug', weight: 150 },
        { prizeId: 'points', weight: 200 },
        { prizeId: 'thanks', weight: 600 },
      ],
      fallback: 'thanks',
    },
  ],
  guarantee: { misses: 5, prizeId: 'points', reserve: 0 },
};

/** Plays a pool as the functions would, one draw after another, and closes it. `minuteOf` says when each draw is. */
export function playPool(content: PoolContent, draws: number, members: number, minutesApart = 1): PoolExport {
  const poolId = 'fair';
  const [drawers, taken] = [new Map<string, Drawer>(), new Map<string, number>()];
  const [records, units]: [DrawRecord[], TakenUnit[]] = [[], []];
  const take = (store: string, last: number, who: Pick<DrawRecord, 'drawer' | 'counter' | 'at'>): string | null => {
    const n = (taken.get(store) ?? 0) + 1;
    if (n > last) return null;
    taken.set(store, n);
    units.push({ id: unitId(store, n), store, n, drawer: who.drawer, counter: who.counter, at: who.at });
    return unitId(store, n);
  };
  for (let index = 0; index < draws; index += 1) {
    const memberId = `m${(index * 7) % members}`;
    const state = drawers.get(memberId) ?? newDrawer(memberId, poolId, '');
    const drawer = drawerOf(memberId, poolId);
    const at = content.opensAt + index * minutesApart * 60_000;
    const ticket = { poolId, revision: 1, drawer, counter: state.counter, nonce: `nonce${index}` };
    const x = drawNumber(secret, ticket);
    const [table] = content.tables;
    if (table === undefined) throw new Error('The pool has no table');
    const plan = planDraw(content, table, state, x);
    let { given } = plan;
    let reason: DrawReason | null = plan.reason;
    let unit: string | null = null;
    if (given.stock !== null) {
      const released = releasedAt(given, content.opensAt, at);
      const [store, last] =
        reason === 'guarantee'
          ? [reserveStore(poolId, given.id), content.guarantee?.reserve ?? 0]
          : [prizeStore(poolId, given.id), released];
      unit = take(store, last, { drawer, counter: state.counter, at });
      if (unit === null) {
        reason = released >= given.stock ? 'stock' : 'hour';
        given = prizeOf(content, table.fallback);
      }
    }
    const goneAt = reason === 'stock' || reason === 'hour' ? at : null;
    const misses = state.misses;
    records.push({
      ...ticket,
      at,
      tier: 'firefly',
      x,
      pick: plan.pick,
      picked: plan.picked.id,
      given: given.id,
      reason,
      misses,
      unit,
      goneAt,
    });
    drawers.set(memberId, afterDraw(state, given, reason, dayOf(at, offsetMinutes)));
  }
  const inOrder = records.toSorted((a, b) => (a.drawer === b.drawer ? a.counter - b.counter : a.drawer < b.drawer ? -1 : 1));
  const chain = inOrder.reduce(chainOn, chainStart(poolId));
  return {
    pool: {
      _id: poolId,
      offsetMinutes,
      secret,
      secretHash: secretHashOf(secret),
      stop: null,
      closing: { at: 0, draws, recordsHash: chain.hash },
    },
    revisions: [
      { _id: `${poolId}:1`, poolId, revision: 1, content, hash: frozenHash(poolId, 1, content), publishedAt: 0, by: 'op', device: 'd' },
    ],
    draws: inOrder,
    units,
  };
}

/** The formula as product.md says it, in whole numbers of any size. */
export function pickInWholeNumbers(message: string, total: number): number {
  const mac = hmac(sha256, Buffer.from(secret, 'hex'), utf8ToBytes(message));
  const x = BigInt(`0x${Buffer.from(mac.slice(0, 6)).toString('hex')}`);
  return Number((x * BigInt(total)) / 2n ** 48n);
}
