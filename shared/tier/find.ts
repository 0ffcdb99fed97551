import type { Tier, TierId } from './types';

/** The row of the tier table that an account stands on. A table without that row is a fault of the settings. */
export function tierOf(tiers: readonly Tier[], id: TierId): Tier {
  const tier = tiers.find((each) => each.id === id);
  if (tier === undefined) throw new Error(`The tier table has no row ${id}`);
  return tier;
}
