import type { PoolReceipt } from '@shared/game/gameConsole';
import { receiptOf } from '@shared/game/viewPool';
import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { transact } from '../../adapters/transact';
import { record } from '../audit/record';
import type { StaffCaller } from '../store/admitStaff';

/** Stops a pool at once. Chances bound to it are free again; its secret and records are published once no draw can be under way. */
export async function stop(
  who: StaffCaller,
  input: { poolId: string; reason: string },
): Promise<Outcome<PoolReceipt, 'pool.unknown' | 'pool.notOpen' | 'busy.tryAgain'>> {
  const stopped = await transact(async (transaction) => {
    const pool = await transaction.get('pools', input.poolId);
    if (pool === null || pool.revision === 0) return refuse('pool.unknown');
    if (pool.stop !== null) return accept(receiptOf(pool));
    if (pool.state !== 'published') return refuse('pool.notOpen');
    const next = {
      ...pool,
      state: 'stopping' as const,
      stop: { at: who.now, by: who.staff.staffId, device: who.device, reason: input.reason },
    };
    await transaction.put('pools', next);
    return accept(receiptOf(next));
  });
  if (stopped.ok) await record(who, 'game.stop', input.poolId, 'done');
  return stopped;
}
