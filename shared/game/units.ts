import type { Prize } from './poolTypes';

const hourMs = 3_600_000;

/** The store of a prize's units: `<pool>.<prize>`; a unit's id is `<store>#<n>`. Ids of pools and prizes hold no point. */
export function prizeStore(poolId: string, prizeId: string): string {
  return `${poolId}.${prizeId}`;
}

/** The units set aside for the guarantee. */
export function reserveStore(poolId: string, prizeId: string): string {
  return `${poolId}.${prizeId}.reserve`;
}

/** Where a pool limits the draws of everybody together, each takes one of these. */
export function ticketStore(poolId: string): string {
  return `${poolId}.`;
}

/** A unit's id. */
export function unitId(store: string, n: number): string {
  return `${store}#${n}`;
}

/** How many of a prize's units are released at an instant: the first portion at the opening, one more each hour, never above its stock. */
export function releasedAt({ stock, perHour }: Pick<Prize, 'stock' | 'perHour'>, opensAt: number, at: number): number {
  if (stock === null) return Number.MAX_SAFE_INTEGER;
  if (at < opensAt) return 0;
  return perHour === null ? stock : Math.min(stock, perHour * (Math.floor((at - opensAt) / hourMs) + 1));
}

/** When the next portion comes, epoch ms; null when everything is released. */
export function nextReleaseAt(prize: Pick<Prize, 'stock' | 'perHour'>, opensAt: number, at: number): number | null {
  if (prize.stock === null || prize.perHour === null || releasedAt(prize, opensAt, at) >= prize.stock) return null;
  return at < opensAt ? opensAt : opensAt + (Math.floor((at - opensAt) / hourMs) + 1) * hourMs;
}
