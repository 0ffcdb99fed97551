import type { Reward } from '@shared/reward/types';
import type { Shop } from '@shared/store/types';
import { cached } from '../../adapters/cached';
import { countBy, find } from '../../adapters/database';

const rewardsMax = 200;
const shopsMax = 1000;

/** The points mall as it stands: what is on sale, where it is handed over, how many units are free. */
export interface Mall {
  readonly rewards: readonly Reward[];
  readonly shops: ReadonlyMap<string, Shop>;
  readonly left: ReadonlyMap<string, number>;
}

const load = cached(async (): Promise<Mall> => {
  const [rewards, shops, left] = await Promise.all([
    find('rewards', {}, { limit: rewardsMax, order: [['points', 'asc']] }),
    find('shops', {}, { limit: shopsMax }),
    countBy('units', { state: 'free' }, 'rewardId', rewardsMax),
  ]);
  return { rewards, shops: new Map(shops.map((shop) => [shop._id, shop])), left };
}, 1);

/** The points mall, at most 30 s old. */
export function loadMall(now: number): Promise<Mall> {
  return load('all', now);
}
