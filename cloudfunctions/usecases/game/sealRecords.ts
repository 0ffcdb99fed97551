import type { Pool } from '@shared/game/poolTypes';
import { chainOn, chainStart } from '@shared/game/recordChain';
import { find, get } from '../../adapters/database';
import { transact } from '../../adapters/transact';
import { accept } from '@shared/kernel/refusal';
import { cacheLifeMs } from '../../adapters/cached';
import { unseal } from '../../adapters/seal';
import { poolSecretPurpose } from './loadPools';

const recordsPerRead = 500;
/** A function's time-out: a draw begun before the end may be written this much later. */
const drawMaxMs = 20_000;
/** How long after its end or stop no instance can still be drawing: those that know it from their cache, and those under way. */
export const settledAfterMs = cacheLifeMs + drawMaxMs + 10_000;

/** From when on a pool's records can be sealed (epoch ms); null while they cannot. */
export function sealableFrom({ state, content, stop }: Pool): number | null {
  if (state === 'stopping') return (stop?.at ?? 0) + settledAfterMs;
  return state === 'published' ? content.endsAt + settledAfterMs : null;
}

/**
 * Goes through a pool's records in their order and makes the chain over them, writing down how far it came; at their end it publishes the
 * secret, the number of draws and the chain's end. Gives whether the pool is closed now; false when the time was up first.
 */
export async function sealRecords(poolId: string, clock: () => number, untilMs: number): Promise<boolean> {
  for (;;) {
    const pool = await get('pools', poolId);
    if (pool === null || sealableFrom(pool) === null) return true;
    if (clock() >= untilMs) return false;
    let chain = pool.sealing ?? chainStart(poolId);
    const page = await recordsAfter(poolId, chain);
    for (const draw of page) chain = chainOn(chain, draw);
    const ended = page.length === 0;
    const next: Pool = ended
      ? {
          ...pool,
          state: pool.stop === null ? 'closed' : 'stopped',
          secret: unseal(poolSecretPurpose, pool.sealedSecret),
          sealing: null,
          closing: { at: clock(), draws: chain.draws, recordsHash: chain.hash },
          tellAfter: '',
        }
      : { ...pool, sealing: chain };
    await transact(async (transaction) => {
      const now = await transaction.get('pools', poolId);
      // Another run may have come further in the meantime, or the end was moved.
      const same = now !== null && now.revision === pool.revision && now.sealing?.hash === pool.sealing?.hash && now.closing === null;
      if (same) await transaction.put('pools', next);
      return accept(null);
    });
    if (ended) return true;
  }
}

/** The next records by drawer, then counter. */
async function recordsAfter(poolId: string, { drawer, counter }: { drawer: string; counter: number }) {
  const order = [
    ['drawer', 'asc'],
    ['counter', 'asc'],
  ] as const;
  const same =
    drawer === '' ? [] : await find('draws', { poolId, drawer, counter: { op: 'gt', value: counter } }, { limit: recordsPerRead, order });
  if (same.length > 0) return same;
  const next = await find('draws', { poolId, drawer: { op: 'gt', value: drawer } }, { limit: recordsPerRead, order });
  return next;
}
