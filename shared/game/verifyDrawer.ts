import { afterDraw, newDrawer, planDraw, prizeOf, tableOf } from './decideDraw';
import type { DrawRecord } from './drawTypes';
import { drawNumber } from './pick';
import type { PoolContent } from './poolTypes';

/** What does not match: the number, what it picks, what was given and why, the count of misses or of draws. */
export type Mismatch =
  | 'counter'
  | 'revision'
  | 'time'
  | 'tier'
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

/**
 * Recomputes one drawer's draws of a pool, in the order of their counters, and names the first that does not match. Whether a prize's
 * units were really taken is for `verifyPool`, which sees everybody's.
 */
export function verifyDrawer(
  secretHex: string,
  contentOf: (revision: number) => PoolContent | undefined,
  records: readonly DrawRecord[],
): { readonly record: DrawRecord; readonly what: Mismatch } | null {
  let drawer = newDrawer('', records[0]?.poolId ?? '', '');
  for (const record of records) {
    const content = contentOf(record.revision);
    if (content === undefined) return { record, what: 'revision' };
    if (record.counter !== drawer.counter) return { record, what: 'counter' };
    const what = mismatch(secretHex, content, record, drawer);
    if (what !== null) return { record, what };
    drawer = afterDraw(drawer, prizeOf(content, record.given), record.reason, '');
  }
  return null;
}

function mismatch(
  secretHex: string,
  content: PoolContent,
  record: DrawRecord,
  before: { readonly misses: number; readonly won: Readonly<Record<string, number>> },
): Mismatch | null {
  const table = tableOf(content, record.tier);
  if (table === null) return 'tier';
  if (record.at < content.opensAt || record.at >= content.endsAt) return 'time';
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
