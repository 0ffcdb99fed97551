import type { Pool, PoolContent } from '@shared/game/poolTypes';
import { prizeStore, reserveStore, ticketStore, unitId } from '@shared/game/units';
import { accept } from '@shared/kernel/refusal';
import type { Unit } from '@shared/reward/types';
import { transact } from '../../adapters/transact';

/** Units added per transaction. */
const unitsPerWrite = 100;

/**
 * Adds the units that a pool's content wants and that are not there yet, in steps; each step writes down how far it came, so that a run
 * that was cut short goes on where it ended.
 */
export async function layOut(poolId: string, content: PoolContent): Promise<void> {
  for (const [store, wanted] of wantedUnits(poolId, content)) {
    for (let more = true; more;) more = await layOutSome(poolId, store, wanted);
  }
}

/** How many units each store of a pool must have. */
function wantedUnits(poolId: string, { prizes, guarantee, drawsMax }: PoolContent): readonly (readonly [string, number])[] {
  return [
    ...prizes.flatMap(({ id, stock }) => (stock === null ? [] : [[prizeStore(poolId, id), stock] as const])),
    ...(guarantee === null || guarantee.reserve === 0 ? [] : [[reserveStore(poolId, guarantee.prizeId), guarantee.reserve] as const]),
    ...(drawsMax === null ? [] : [[ticketStore(poolId), drawsMax] as const]),
  ];
}

async function layOutSome(poolId: string, store: string, wanted: number): Promise<boolean> {
  const outcome = await transact(async (transaction) => {
    const pool: Pool | null = await transaction.get('pools', poolId);
    if (pool === null) throw new Error(`There is no pool ${poolId}`);
    const have = pool.laidOut[store] ?? 0;
    const to = Math.min(wanted, have + unitsPerWrite);
    if (to <= have) return accept(false);
    const units = Array.from({ length: to - have }, (_, index): Unit => {
      const n = have + index + 1;
      return { _id: unitId(store, n), rewardId: store, n, state: 'inPool' };
    });
    await transaction.add('units', units);
    await transaction.put('pools', { ...pool, laidOut: { ...pool.laidOut, [store]: to } });
    return accept(to < wanted);
  });
  if (!outcome.ok) throw new Error(`Units of ${store} could not be added: ${outcome.refusal.code}`);
  return outcome.value;
}
