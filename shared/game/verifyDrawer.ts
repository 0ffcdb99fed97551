import { dayOf } from '../kernel/time';
import { afterDraw, mayDraw, newDrawer, planDraw, prizeOf, type DrawRefusal } from './decideDraw';
import type { DrawRecord, Drawer } from './drawTypes';
import { drawNumber } from './pick';
import type { PoolContent, PoolTable } from './poolTypes';

/** What does not match: the number, what it picks, what was given and why, the count of misses or of draws, or that it was allowed. */
export type Mismatch =
  | 'counter'
  | 'revision'
  | 'time'
  | 'tier'
  | 'limit'
  | 'number'
  | 'pick'
  | 'picked'
  | 'given'
  | 'reason'
  | 'misses'
  | 'unit'
  | 'stock'
  | 'chain'
  | 'count'
  | 'frozen'
  | 'secret';

/** What step 1 of a draw would have said, as a mismatch of one that was made all the same. */
const mismatchOf: Readonly<Record<DrawRefusal, Mismatch>> = {
  'draw.notOpen': 'time',
  'draw.ended': 'time',
  'draw.stopped': 'time',
  'draw.tier': 'tier',
  'draw.dayLimit': 'limit',
  'draw.memberLimit': 'limit',
};

/**
 * Recomputes one drawer's draws of a pool, in the order of their counters, by the very rules that made them, and names the first that
 * does not match. Whether a prize's units were really taken is for `verifyPool`, which sees everybody's. `offsetMinutes` is programme
 * time's, by which a day's draws are counted.
 */
export function verifyDrawer(
  secretHex: string,
  contentOf: (revision: number) => PoolContent | undefined,
  records: readonly DrawRecord[],
  offsetMinutes: number,
): { readonly record: DrawRecord; readonly what: Mismatch } | null {
  let drawer = newDrawer('', records[0]?.poolId ?? '', '');
  for (const record of records) {
    const content = contentOf(record.revision);
    if (content === undefined) return { record, what: 'revision' };
    if (record.counter !== drawer.counter) return { record, what: 'counter' };
    const today = dayOf(record.at, offsetMinutes);
    const allowed = mayDraw(content, drawer, { tier: record.tier, at: record.at, today, stopped: false });
    const what = allowed.ok ? mismatch(secretHex, content, allowed.value, record, drawer) : mismatchOf[allowed.refusal.code];
    if (what !== null) return { record, what };
    drawer = afterDraw(drawer, prizeOf(content, record.given), record.reason, today);
  }
  return null;
}

function mismatch(
  secretHex: string,
  content: PoolContent,
  table: PoolTable,
  record: DrawRecord,
  before: Pick<Drawer, 'misses' | 'won'>,
): Mismatch | null {
  if (drawNumber(secretHex, record) !== record.x) return 'number';
  const plan = planDraw(content, table, before, record.x);
  if (plan.pick !== record.pick) return 'pick';
  if (plan.picked.id !== record.picked) return 'picked';
  if (before.misses !== record.misses) return 'misses';
  if (plan.reason !== null) return given(record, plan.given.id, plan.reason);
  if (record.reason === null) return given(record, plan.given.id, null);
  // Only a prize that has units can be out of stock, and then the table's fallback is what was due.
  const couldBeGone = (record.reason === 'stock' || record.reason === 'hour') && plan.picked.stock !== null && record.goneAt !== null;
  return couldBeGone ? given(record, table.fallback, record.reason) : 'reason';
}

function given(record: DrawRecord, prizeId: string, reason: DrawRecord['reason']): Mismatch | null {
  if (record.reason !== reason) return 'reason';
  return record.given === prizeId ? null : 'given';
}
