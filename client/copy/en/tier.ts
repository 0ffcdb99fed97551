import type { Copy } from '../zh';

/** Tiers. */
export const tier: Copy['tier'] = {
  rise: (points, next) => `${points} more to reach ${next}`,
  top: 'You are at the top',
  kept: (tier, day) => `${tier} until ${day}`,
  keep: (points, day) => `${points} more by ${day} to keep it`,
};
