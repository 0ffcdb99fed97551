import type { Plan } from '@shared/tier/plan';
import { cached } from '../../adapters/cached';
import { find } from '../../adapters/database';

const plansMax = 50;

const load = cached(async (): Promise<readonly Plan[]> => {
  const plans = await find('plans', {}, { limit: plansMax, order: [['_id', 'asc']] });
  return plans.filter(({ active }) => active).sort((a, b) => a.order - b.order);
}, 1);

/** The plans that can be bought, in their order, at most 30 s old. */
export function loadPlans(now: number): Promise<readonly Plan[]> {
  return load('all', now);
}
