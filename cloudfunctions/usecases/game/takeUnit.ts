import { prizeOf, type Plan } from '@shared/game/decideDraw';
import type { Draw, DrawReason } from '@shared/game/drawTypes';
import type { PoolTable, Prize } from '@shared/game/poolTypes';
import { prizeStore, releasedAt, reserveStore, ticketStore, unitId } from '@shared/game/units';
import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import type { Unit } from '@shared/reward/types';
import type { Transaction } from '../../adapters/transact';
import type { DrawSetting } from './drawSetting';
import { hintUnit } from './unitHints';

/** `look`: look for free units of `store`, then try again; `taken`: the one tried is somebody's by now. */
export type LookOrTaken = 'look' | 'taken';

/** What a draw really gives, and from which unit. */
export interface Taken {
  readonly given: Prize;
  readonly reason: DrawReason | null;
  readonly unit: Unit | null;
  readonly goneAt: number | null;
}

/** The unit that a plan needs, or the fallback where every released one is committed as taken. */
export async function takeUnit(
  transaction: Transaction,
  { pool, caller }: DrawSetting,
  plan: Plan,
  table: PoolTable,
): Promise<Outcome<Taken, LookOrTaken>> {
  const { given, reason } = plan;
  if (given.stock === null) return accept({ given, reason, unit: null, goneAt: null });
  const guaranteed = reason === 'guarantee';
  const store = guaranteed ? reserveStore(pool._id, given.id) : prizeStore(pool._id, given.id);
  const last = guaranteed ? (pool.content.guarantee?.reserve ?? 0) : releasedAt(given, pool.content.opensAt, caller.now);
  const found = await tryUnit(transaction, store, last, caller.random);
  if (!found.ok) return found;
  if (!('goneAt' in found.value)) return accept({ given, reason, unit: found.value, goneAt: null });
  if (guaranteed) throw new Error(`Nothing is left of what was reserved for the guarantee of ${pool._id}`);
  const fallback = prizeOf(pool.content, table.fallback);
  return accept({ given: fallback, reason: last >= given.stock ? 'stock' : 'hour', unit: null, goneAt: found.value.goneAt });
}

/** Where a pool limits everybody's draws together, each draw takes a ticket; refuses when there is none. */
export async function takeTicket(
  transaction: Transaction,
  { pool, caller, member }: DrawSetting,
): Promise<Outcome<null, LookOrTaken | 'draw.full'>> {
  const { drawsMax } = pool.content;
  if (drawsMax === null) return accept(null);
  const found = await tryUnit(transaction, ticketStore(pool._id), drawsMax, caller.random);
  if (!found.ok) return found;
  if ('goneAt' in found.value) return refuse('draw.full', { max: drawsMax });
  await transaction.put('units', { ...found.value, state: 'given', redemption: redemptionOf(member, 'ticket', caller.now) });
  return accept(null);
}

async function tryUnit(
  transaction: Transaction,
  store: string,
  last: number,
  random: DrawSetting['caller']['random'],
): Promise<Outcome<Unit | { readonly goneAt: number }, LookOrTaken>> {
  const hint = hintUnit(store, last, random);
  if (hint === null) return refuse('look', { store, last });
  if ('goneAt' in hint) return accept(hint);
  const unit = await transaction.get('units', unitId(store, hint.n));
  return unit?.state === 'inPool' ? accept(unit) : refuse('taken');
}

/** Writes a unit as taken by a draw; of goods it is the pick-up from now on. */
export async function writeUnit(transaction: Transaction, setting: DrawSetting, unit: Unit, given: Prize, draw: Draw): Promise<void> {
  const { member, caller, pickupCode } = setting;
  const { award, name } = given;
  const prize = { poolId: draw.poolId, prizeId: given.id, drawer: draw.drawer, counter: draw.counter, at: draw.at, name };
  const redemption = redemptionOf(draw, draw._id, caller.now);
  const { _id, rewardId, n } = unit;
  const taken: Unit =
    award.kind === 'goods'
      ? {
          ...{ _id, rewardId, n, redemption, pickupCode },
          state: 'redeemed',
          memberId: member.memberId,
          redeemedAt: caller.now,
          untoldAt: caller.now,
          prize: { ...prize, shopIds: award.shopIds },
        }
      : { _id, rewardId, n, redemption, state: 'given', prize: { ...prize, shopIds: [] } };
  await transaction.put('units', taken);
}

function redemptionOf({ accountId, memberId }: Pick<Draw, 'accountId' | 'memberId'>, id: string, at: number): Unit['redemption'] & object {
  return { id, accountId, memberId, points: 0, at };
}
