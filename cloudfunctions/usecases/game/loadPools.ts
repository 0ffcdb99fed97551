import type { Pool } from '@shared/game/poolTypes';
import { cached } from '../../adapters/cached';
import { find, get } from '../../adapters/database';
import { unseal } from '../../adapters/seal';

const poolsMax = 200;

const load = cached(async (): Promise<ReadonlyMap<string, Pool>> => {
  const pools = await find('pools', { publishedAt: { op: 'gt', value: 0 } }, { limit: poolsMax, order: [['publishedAt', 'desc']] });
  return new Map(pools.map((pool) => [pool._id, pool]));
}, 1);

/** One published pool, however old. */
const loadOne = cached(async (poolId): Promise<Pool | null> => {
  const pool = await get('pools', poolId);
  return pool === null || pool.publishedAt === 0 ? null : pool;
}, poolsMax);

/** Published pools by id, the newest 200, at most 30 s old; closed ones too. */
export function loadPools(now: number): Promise<ReadonlyMap<string, Pool>> {
  return load('all', now);
}

/** A published pool by id, at most 30 s old; also one that is no longer among the newest, as when its draws are checked much later. */
export async function findPool(poolId: string, now: number): Promise<Pool | null> {
  return (await loadPools(now)).get(poolId) ?? (await loadOne(poolId, now));
}

/** Whether a pool was ended before its time: chances bound to it are free again. */
export function isStopped(pools: ReadonlyMap<string, Pool>, poolId: string): boolean {
  return (pools.get(poolId)?.stop ?? null) !== null;
}

/** What a pool's secret is sealed for. */
export const poolSecretPurpose = 'pool secret';

const opened = new Map<string, string>();

/** A pool's secret, 64 hex digits; opened once per instance. */
export function secretOf(pool: Pool): string {
  const known = opened.get(pool.sealedSecret);
  if (known !== undefined) return known;
  const secret = unseal(poolSecretPurpose, pool.sealedSecret);
  opened.set(pool.sealedSecret, secret);
  return secret;
}
