import type { PoolReceipt } from '@shared/game/gameConsole';
import { receiptOf } from '@shared/game/viewPool';
import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { clockOf, dayOf } from '@shared/kernel/time';
import { systemClock } from '../../adapters/clock';
import { find, get } from '../../adapters/database';
import { record } from '../audit/record';
import type { StaffCaller } from '../store/admitStaff';
import { loadProgramme } from '../store/loadProgramme';
import { sealableFrom, sealRecords } from './sealRecords';

const closeMaxMs = 40_000;
const poolsPerRun = 50;

/** Closes a pool that has ended or was stopped, a minute after. The job does the same by itself. */
export async function close(
  who: StaffCaller,
  input: { poolId: string },
): Promise<Outcome<PoolReceipt, 'pool.unknown' | 'pool.notEnded' | 'busy.tryAgain'>> {
  const pool = await get('pools', input.poolId);
  if (pool === null || pool.revision === 0) return refuse('pool.unknown');
  const from = sealableFrom(pool);
  if (from === null) return accept(receiptOf(pool));
  const { offsetMinutes } = await loadProgramme(who.now);
  if (who.now < from) return refuse('pool.notEnded', { at: `${dayOf(from, offsetMinutes)} ${clockOf(from, offsetMinutes)}` });
  const done = await sealRecords(pool._id, systemClock, who.now + closeMaxMs);
  const closed = await get('pools', pool._id);
  if (!done || closed === null) return refuse('busy.tryAgain');
  await record(who, 'game.close', pool._id, 'done');
  return accept(receiptOf(closed));
}

/** Closes every pool whose time has come; what the time was too short for goes on in the next run. */
export async function closePools(
  now: number,
  clock: () => number,
  untilMs: number,
): Promise<{ readonly closed: number; readonly more: boolean }> {
  const open = await find('pools', { state: { anyOf: ['published', 'stopping'] } }, { limit: poolsPerRun });
  let closed = 0;
  for (const pool of open) {
    const from = sealableFrom(pool);
    if (from === null || now < from) continue;
    if (!(await sealRecords(pool._id, clock, untilMs))) return { closed, more: true };
    closed += 1;
  }
  return { closed, more: false };
}
