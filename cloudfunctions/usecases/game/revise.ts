import { checkCoupons } from '@shared/game/checkPool';
import type { PoolReceipt } from '@shared/game/gameConsole';
import { better, type Betterment } from '@shared/game/freeze';
import type { Pool } from '@shared/game/poolTypes';
import { receiptOf } from '@shared/game/viewPool';
import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { instantOf } from '@shared/game/poolRow';
import { get } from '../../adapters/database';
import { transact } from '../../adapters/transact';
import { record } from '../audit/record';
import type { StaffCaller } from '../store/admitStaff';
import { loadProgramme } from '../store/loadProgramme';
import { layOut } from './layOut';
import { loadPromisable } from './loadPromisable';
import { revisionOf } from './publish';

interface Change {
  readonly poolId: string;
  readonly ends?: string | undefined;
  readonly stock: readonly { readonly prizeId: string; readonly stock: number }[];
}

type ReviseRefusal = 'pool.unknown' | 'pool.notOpen' | 'pool.notBetter' | 'pool.coupon' | 'pool.couponLapses';

/** Betters a published pool: more stock, a later end. The units come first, then the new revision; the earlier ones are kept. */
export async function revise(who: StaffCaller, change: Change): Promise<Outcome<PoolReceipt, ReviseRefusal | 'busy.tryAgain'>> {
  const { offsetMinutes } = await loadProgramme(who.now);
  const endsAt = change.ends === undefined ? null : instantOf(change.ends, offsetMinutes);
  const betterment: Betterment = { endsAt, stock: change.stock };
  const found = decide(await get('pools', change.poolId), betterment, who.now);
  if (!found.ok) return found;
  // A later end promises vouchers for longer.
  const [unkept] = checkCoupons(found.value.content, await loadPromisable(found.value.content, who.now));
  if (unkept !== undefined) return refuse(unkept.code, unkept.args);
  await layOut(change.poolId, found.value.content);
  const revised = await transact(async (transaction) => {
    const decided = decide(await transaction.get('pools', change.poolId), betterment, who.now);
    if (!decided.ok) return decided;
    const { pool, content } = decided.value;
    const revision = revisionOf({ _id: pool._id, content }, pool.revision + 1, who);
    const next: Pool = { ...pool, content, revision: revision.revision, hash: revision.hash };
    await transaction.add('poolRevisions', [revision]);
    await transaction.put('pools', next);
    return accept(receiptOf(next));
  });
  if (revised.ok) await record(who, 'game.revise', change.poolId, `revision ${revised.value.revision}`);
  return revised;
}

function decide(
  pool: Pool | null,
  betterment: Betterment,
  now: number,
): Outcome<{ readonly pool: Pool; readonly content: Pool['content'] }, ReviseRefusal> {
  if (pool === null || pool.revision === 0) return refuse('pool.unknown');
  if (pool.state !== 'published' || now >= pool.content.endsAt) return refuse('pool.notOpen');
  const content = better(pool.content, betterment);
  return content === null ? refuse('pool.notBetter') : accept({ pool, content });
}
