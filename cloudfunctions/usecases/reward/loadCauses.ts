import type { Cause } from '@shared/reward/cause';
import { cached } from '../../adapters/cached';
import { find, sumOf } from '../../adapters/database';

const causesMax = 20;

interface CauseShelf {
  readonly causes: readonly Cause[];
  /** Points given so far, by cause. */
  readonly given: ReadonlyMap<string, number>;
}

const load = cached(async (): Promise<CauseShelf> => {
  const causes = await find('causes', {}, { limit: causesMax, order: [['_id', 'asc']] });
  const sums = await Promise.all(
    causes.map(async ({ _id }) => [_id, (await sumOf('donations', { causeId: _id }, ['points'])).points] as const),
  );
  return { causes, given: new Map(sums) };
}, 1);

/** The causes and what everybody gave to each, at most 30 s old. */
export function loadCauses(now: number): Promise<CauseShelf> {
  return load('all', now);
}
