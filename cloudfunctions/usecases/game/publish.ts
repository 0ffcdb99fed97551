import { checkPool, costOf, type Hindrance } from '@shared/game/checkPool';
import type { PoolCheck, PoolReceipt, PublishRefusal } from '@shared/game/gameConsole';
import { frozenHash } from '@shared/game/freeze';
import { secretHashOf } from '@shared/game/pick';
import type { Pool, PoolRevision } from '@shared/game/poolTypes';
import { receiptOf } from '@shared/game/viewPool';
import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { get } from '../../adapters/database';
import { seal } from '../../adapters/seal';
import { transact } from '../../adapters/transact';
import { record } from '../audit/record';
import type { StaffCaller } from '../store/admitStaff';
import { layOut } from './layOut';
import { poolSecretPurpose } from './loadPools';
import { loadPromisable } from './loadPromisable';

const secretBytes = 32;

/** What stands between a draft and its publication, and what its prizes can cost. */
export async function check(who: StaffCaller, input: { poolId: string }): Promise<Outcome<PoolCheck, 'pool.unknown'>> {
  const pool = await get('pools', input.poolId);
  if (pool === null) return refuse('pool.unknown');
  const hindrances = await hindrancesOf(pool, who.now);
  return accept({ hindrances, ...(hindrances.length === 0 ? costOf(pool.content, pool.plan) : { expectedFen: null, worstFen: null }) });
}

async function hindrancesOf({ content, plan }: Pool, now: number): Promise<readonly Hindrance[]> {
  return checkPool(content, plan, await loadPromisable(content, now), now);
}

/**
 * Publishes a draft: checks it, lays out its units, then freezes table and rules under a hash as revision 1 and tells the hash of a fresh
 * secret. Publishing what is published gives the same receipt; a run that was cut short is gone on with.
 */
export async function publish(
  who: StaffCaller,
  input: { poolId: string },
): Promise<Outcome<PoolReceipt, PublishRefusal | 'busy.tryAgain'>> {
  const found = await get('pools', input.poolId);
  if (found === null) return refuse('pool.unknown');
  if (found.state !== 'draft' && found.state !== 'publishing') return accept(receiptOf(found));
  const [hindrance] = await hindrancesOf(found, who.now);
  if (hindrance !== undefined) return refuse(hindrance.code, hindrance.args);
  // From here on the file no longer changes the draft.
  const begun = await transact(async (transaction) => {
    const pool = await transaction.get('pools', found._id);
    if (pool?.state === 'draft') await transaction.put('pools', { ...found, state: 'publishing' });
    return accept(null);
  });
  if (!begun.ok) return begun;
  await layOut(found._id, found.content);
  const secret = Array.from(who.random(secretBytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const published = await transact(async (transaction) => {
    const pool = await transaction.get('pools', found._id);
    if (pool === null) throw new Error(`Pool ${found._id} is gone`);
    if (pool.state !== 'publishing') return accept(pool);
    const revision = revisionOf(pool, 1, who);
    const next: Pool = {
      ...pool,
      state: 'published',
      revision: 1,
      hash: revision.hash,
      secretHash: secretHashOf(secret),
      sealedSecret: seal(poolSecretPurpose, secret),
      publishedAt: who.now,
    };
    await transaction.add('poolRevisions', [revision]);
    await transaction.put('pools', next);
    return accept(next);
  });
  if (!published.ok) return published;
  await record(who, 'game.publish', found._id, 'done');
  return accept(receiptOf(published.value));
}

/** A published state of a pool, frozen under its hash. */
export function revisionOf({ _id, content }: Pick<Pool, '_id' | 'content'>, revision: number, who: StaffCaller): PoolRevision {
  const hash = frozenHash(_id, revision, content);
  return {
    _id: `${_id}:${revision}`,
    poolId: _id,
    revision,
    content,
    hash,
    publishedAt: who.now,
    by: who.staff.staffId,
    device: who.device,
  };
}
