import type { Pool } from '@shared/game/poolTypes';
import type { Bilingual } from '@shared/kernel/bilingual';
import { accept } from '@shared/kernel/refusal';
import { draftMessage, type MessageRequest } from '@shared/message/draftMessage';
import type { Unit } from '@shared/reward/types';
import { shopNamesOf } from '@shared/reward/view';
import { find } from '../../adapters/database';
import { transact } from '../../adapters/transact';
import { loadPools } from '../game/loadPools';
import { loadMall, offeredAs, type Mall } from '../reward/loadMall';
import { loadProgramme } from '../store/loadProgramme';
import { pacer } from '../store/pacer';
import { queueMessage } from './queueMessage';

/** start, unit, message, leaving, message, unit, commit. */
const operationsPerPickup = 7;
const anyShop: Bilingual = { zh: '任一门店', en: 'any of our shops' };

/** What messages need to know besides the unit. */
interface Known {
  readonly mall: Mall;
  readonly pools: ReadonlyMap<string, Pool>;
}

interface TellResult {
  readonly told: number;
  readonly more: boolean;
}

/**
 * Tells holders of freshly redeemed goods, and of goods won, that they can be picked up; the latter as the result of their draw. A unit
 * carries `untoldAt` from its redemption until it has been seen here; the message is named after the redemption, so it is written once.
 * What was handed over or given back meanwhile is not told of.
 */
export async function tellPickups(now: number, clock: () => number, untilMs: number, batch: number): Promise<TellResult> {
  const [mall, pools, { jobOperationsPerSecond }] = await Promise.all([loadMall(now), loadPools(now), loadProgramme(now)]);
  const rest = pacer({ operationsPerSecond: jobOperationsPerSecond, clock, untilMs }, operationsPerPickup);
  let told = 0;
  for (;;) {
    const untold = await find('units', { untoldAt: { op: 'lte', value: now } }, { limit: batch, order: [['untoldAt', 'asc']] });
    for (const unit of untold) {
      if (clock() >= untilMs || !(await tellOne(unit._id, { mall, pools }, now))) return { told, more: true };
      told += 1;
      await rest();
    }
    if (untold.length < batch) return { told, more: false };
  }
}

async function tellOne(unitId: string, known: Known, at: number): Promise<boolean> {
  const outcome = await transact(async (transaction) => {
    const unit = await transaction.get('units', unitId);
    if (unit?.untoldAt == null) return accept(null);
    const request = readyMessage(unit, known);
    if (request !== null) await queueMessage(transaction, draftMessage(request, at));
    await transaction.put('units', { ...unit, untoldAt: null });
    return accept(null);
  });
  return outcome.ok;
}

function readyMessage(unit: Unit, { mall, pools }: Known): (MessageRequest & { readonly kind: 'pickupReady' | 'drawResult' }) | null {
  const { state, redemption, prize } = unit;
  if (state === 'redeemed' && redemption !== undefined && prize !== undefined) {
    const facts = { name: pools.get(prize.poolId)?.name ?? prize.name, prize: prize.name };
    return { kind: 'drawResult', source: `${redemption.accountId}:${redemption.id}`, memberId: redemption.memberId, facts };
  }
  const offered = offeredAs(unit, mall);
  if (state !== 'redeemed' || redemption === undefined || offered === undefined) return null;
  const [first, ...others] = shopNamesOf(offered, mall.shops);
  const source = `${redemption.accountId}:${redemption.id}`;
  const shop = first === undefined || others.length > 0 ? anyShop : first;
  return { kind: 'pickupReady', source, memberId: redemption.memberId, facts: { name: offered.name, shop } };
}
