import type { Category } from '@shared/store/types';
import { cached } from '../../adapters/cached';
import { find } from '../../adapters/database';

const categoriesMax = 200;

const load = cached(async () => {
  const all = await find('categories', { active: true }, { limit: categoriesMax });
  return all.sort((a, b) => a.order - b.order || (a._id < b._id ? -1 : 1));
}, 1);

/** The till's categories in their order, at most 30 s old. */
export function loadCategories(now: number): Promise<readonly Category[]> {
  return load('all', now);
}
