import { accept, refuse, type Outcome } from '../kernel/refusal';
import type { Day } from '../kernel/time';
import type { TierId } from '../tier/types';
import type { DrawReason, Drawer } from './drawTypes';
import { pickOf, rowAt, totalWeight } from './pick';
import type { PoolContent, PoolTable, Prize } from './poolTypes';

export type DrawRefusal = 'draw.notOpen' | 'draw.ended' | 'draw.stopped' | 'draw.tier' | 'draw.dayLimit' | 'draw.memberLimit';

/** Where a member stands before their first draw of a pool. */
export function newDrawer(memberId: string, poolId: string, today: Day): Drawer {
  return { memberId, poolId, counter: 0, misses: 0, day: today, dayDraws: 0, won: {} };
}

/** The odds that hold for a tier; null where the pool has none for it. */
export function tableOf(content: PoolContent, tier: TierId): PoolTable | null {
  return content.tables.find((table) => table.tierIds.length === 0 || table.tierIds.includes(tier)) ?? null;
}

/** A prize of the pool by id. */
export function prizeOf(content: PoolContent, prizeId: string): Prize {
  const prize = content.prizes.find((each) => each.id === prizeId);
  if (prize === undefined) throw new Error(`The pool has no prize ${prizeId}`);
  return prize;
}

/** Step 1: whether somebody may draw now. Chances are judged where they are spent, staff where they are known. */
export function mayDraw(
  content: PoolContent,
  drawer: Drawer,
  setting: { readonly tier: TierId; readonly at: number; readonly today: Day; readonly stopped: boolean },
): Outcome<PoolTable, DrawRefusal> {
  if (setting.stopped) return refuse('draw.stopped');
  if (setting.at < content.opensAt) return refuse('draw.notOpen');
  if (setting.at >= content.endsAt) return refuse('draw.ended');
  const table = tableOf(content, setting.tier);
  if (table === null) return refuse('draw.tier');
  const today = drawer.day === setting.today ? drawer.dayDraws : 0;
  if (today >= content.perDayMax) return refuse('draw.dayLimit', { max: content.perDayMax });
  if (content.perMemberMax !== null && drawer.counter >= content.perMemberMax)
    return refuse('draw.memberLimit', { max: content.perMemberMax });
  return accept(table);
}

/** Steps 2 and 3: what the number means. `reason` `limit` is already settled; stock and hour depend on the units. */
export interface Plan {
  readonly pick: number;
  readonly picked: Prize;
  readonly given: Prize;
  readonly reason: 'guarantee' | 'limit' | null;
}

/**
 * What a number gives. A guarantee that is due comes first, outside hourly release and member limit; otherwise the first prize in frozen
 * order whose cumulative weight is above the pick, or the fallback when the member has won it as often as one may.
 */
export function planDraw(content: PoolContent, table: PoolTable, drawer: Pick<Drawer, 'misses' | 'won'>, x: string): Plan {
  const pick = pickOf(x, totalWeight(table.rows));
  const picked = prizeOf(content, rowAt(table.rows, pick).prizeId);
  const { guarantee } = content;
  if (guarantee !== null && drawer.misses >= guarantee.misses) {
    return { pick, picked, given: prizeOf(content, guarantee.prizeId), reason: 'guarantee' };
  }
  if (picked.memberMax !== null && (drawer.won[picked.id] ?? 0) >= picked.memberMax) {
    return { pick, picked, given: prizeOf(content, table.fallback), reason: 'limit' };
  }
  return { pick, picked, given: picked, reason: null };
}

/** Whether a draw counts as a miss: it gave `thanks`, or a fallback. */
export function isMiss(given: Prize, reason: DrawReason | null): boolean {
  return given.award.kind === 'thanks' || (reason !== null && reason !== 'guarantee');
}

/** Where the member stands after a draw of `today`. */
export function afterDraw(drawer: Drawer, given: Prize, reason: DrawReason | null, today: Day): Drawer {
  const counts = reason === null && given.memberMax !== null;
  return {
    ...drawer,
    counter: drawer.counter + 1,
    misses: isMiss(given, reason) ? drawer.misses + 1 : 0,
    day: today,
    dayDraws: (drawer.day === today ? drawer.dayDraws : 0) + 1,
    won: counts ? { ...drawer.won, [given.id]: (drawer.won[given.id] ?? 0) + 1 } : drawer.won,
  };
}
