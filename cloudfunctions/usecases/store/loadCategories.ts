import type { Category } from '@shared/store/types';
import { cached } from '../../adapters/cached';
import { find } from '../../adapters/database';

const categoriesMax = 1000;

const load = cached(async () => {
  const all = await find('categories', {}, { limit: categoriesMax });
  all.sort((a, b) => a.order - b.order || (a._id < b._id ? -1 : 1));
  return { all, inUse: all.filter(({ active }) => active) };
}, 1);

/** The till's categories in their order, at most 30 s old. */
export async function loadCategories(now: number): Promise<readonly Category[]> {
  return (await load('all', now)).inUse;
}

/** The same with those that are no longer in use: what earlier purchases may have named. */
export async function loadEveryCategory(now: number): Promise<readonly Category[]> {
  return (await load('all', now)).all;
}
