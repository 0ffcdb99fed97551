import type { Pool } from '@shared/game/poolTypes';
import { cached } from '../../adapters/cached';
import { find } from '../../adapters/database';
import { unseal } from '../../adapters/seal';

const poolsMax = 200;
const staffMax = 1000;

const load = cached(async (): Promise<ReadonlyMap<string, Pool>> => {
  const pools = await find('pools', { publishedAt: { op: 'gt', value: 0 } }, { limit: poolsMax, order: [['publishedAt', 'desc']] });
  return new Map(pools.map((pool) => [pool._id, pool]));
}, 1);

const loadStaffIds = cached(async (): Promise<ReadonlySet<string>> => {
  const staff = await find('staff', { active: true }, { limit: staffMax });
  return new Set(staff.map((each) => each._id));
}, 1);

/** Published pools by id, the newest 200, at most 30 s old; closed ones too. */
export function loadPools(now: number): Promise<ReadonlyMap<string, Pool>> {
  return load('all', now);
}

/** Whether somebody works for the programme, who is excluded from its draws; at most 30 s old. */
export async function isStaff(openid: string, now: number): Promise<boolean> {
  return (await loadStaffIds('all', now)).has(openid);
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
