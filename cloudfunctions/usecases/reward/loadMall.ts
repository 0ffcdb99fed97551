import type { Reward, Unit } from '@shared/reward/types';
import type { Offered } from '@shared/reward/view';
import type { Shop } from '@shared/store/types';
import { cached } from '../../adapters/cached';
import { countBy, find } from '../../adapters/database';

const rewardsMax = 200;
const shopsMax = 1000;

/** The points mall as its files say: what is on sale, and where it is handed over. */
export interface Mall {
  readonly rewards: readonly Reward[];
  readonly shops: ReadonlyMap<string, Shop>;
}

const load = cached(async (): Promise<Mall> => {
  const [rewards, shops] = await Promise.all([
    find('rewards', {}, { limit: rewardsMax, order: [['points', 'asc']] }),
    find('shops', {}, { limit: shopsMax }),
  ]);
  return { rewards, shops: new Map(shops.map((shop) => [shop._id, shop])) };
}, 1);

const count = cached(() => countBy('units', { state: 'free' }, 'rewardId', rewardsMax), 1);

/** What a unit is and where it is handed over: a reward of the mall, or the prize that it tells of itself. */
export function offeredAs(unit: Unit | null, { rewards }: Mall): Offered | undefined {
  return rewards.find((reward) => reward._id === unit?.rewardId) ?? unit?.prize;
}

/** The points mall, at most 30 s old. */
export function loadMall(now: number): Promise<Mall> {
  return load('all', now);
}

/** Free units per reward, at most 30 s old: to be shown, never to decide by. */
export function loadLeft(now: number): Promise<ReadonlyMap<string, number>> {
  return count('all', now);
}
