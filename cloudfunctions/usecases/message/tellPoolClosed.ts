import type { Draw } from '@shared/game/drawTypes';
import type { Pool } from '@shared/game/poolTypes';
import { accept } from '@shared/kernel/refusal';
import { draftMessage } from '@shared/message/draftMessage';
import { grantsLeft, noticesOf } from '@shared/message/notices';
import { change, find } from '../../adapters/database';
import { makePacer } from '../../adapters/makePacer';
import { transact } from '../../adapters/transact';
import { loadProgramme } from '../store/loadProgramme';
import { queueMessage } from './queueMessage';

const poolsPerRun = 20;
/** draws, members, how far it came. */
const operationsPerPage = 3;
/** start, message, leaving, message, commit. */
const operationsPerMember = 5;

interface TellResult {
  readonly told: number;
  readonly more: boolean;
}

/**
 * Tells who drew in a pool and asked to be told of results that it is over, and where their draws can be checked: once a member and pool,
 * since the message is named after both. Goes through the pool's draws by drawer and writes down how far it came, so that a large pool
 * takes as many runs as it needs.
 */
export async function tellPoolClosed(now: number, clock: () => number, untilMs: number, batch: number): Promise<TellResult> {
  const spend = makePacer((await loadProgramme(now)).jobOperationsPerSecond, clock);
  const untold = await find('pools', { tellAfter: { op: 'gte', value: '' } }, { limit: poolsPerRun });
  let told = 0;
  for (const pool of untold) {
    let after: string | null = pool.tellAfter ?? '';
    while (after !== null) {
      const page: readonly Draw[] = await drawsAfter(pool._id, after, batch);
      for (const memberId of await whoAsked(page)) {
        if (clock() >= untilMs || !(await tellOne(pool, memberId, now))) return { told, more: true };
        told += 1;
        await spend(operationsPerMember);
      }
      const next: string | null = page.at(-1)?.drawer ?? null;
      await change('pools', { _id: pool._id, tellAfter: after }, { tellAfter: next });
      await spend(operationsPerPage);
      after = next;
      if (after !== null && clock() >= untilMs) return { told, more: true };
    }
  }
  return { told, more: untold.length === poolsPerRun };
}

function drawsAfter(poolId: string, drawer: string, limit: number): Promise<Draw[]> {
  return find('draws', { poolId, drawer: { op: 'gt', value: drawer } }, { limit, order: [['drawer', 'asc']] });
}

/** Those of them who have asked for results and want them still. */
async function whoAsked(page: readonly Draw[]): Promise<readonly string[]> {
  const ids = [...new Set(page.map(({ memberId }) => memberId))];
  const members = ids.length === 0 ? [] : await find('members', { memberId: { anyOf: ids } }, { limit: ids.length });
  const asked = members.map((member) => ({ memberId: member.memberId, notices: noticesOf(member) }));
  return asked.filter(({ notices }) => grantsLeft(notices, 'draw') > 0 && !notices.off.includes('draw')).map(({ memberId }) => memberId);
}

async function tellOne({ _id: pool, name }: Pool, memberId: string, at: number): Promise<boolean> {
  const message = draftMessage({ kind: 'poolClosed', source: `${pool}:${memberId}`, memberId, facts: { name, pool } }, at);
  const outcome = await transact(async (transaction) => {
    await queueMessage(transaction, message);
    return accept(null);
  });
  return outcome.ok;
}
