import type { DrawReceipt } from '@shared/game/contract';
import { prizeOf } from '@shared/game/decideDraw';
import type { Draw } from '@shared/game/drawTypes';
import { viewMine } from '@shared/game/viewPool';
import type { Account } from '@shared/ledger/types';
import type { DrawSetting } from './drawSetting';
import { isStopped } from './loadPools';

/** What a draw gave, and how its member stands now. */
export function drawReceipt(draw: Draw, account: Account, { pool, pools, today, member }: DrawSetting): DrawReceipt {
  const given = prizeOf(pool.content, draw.given);
  const picked = prizeOf(pool.content, draw.picked);
  const { award } = given;
  const drawer = account.drawers.find((each) => each.memberId === member.memberId && each.poolId === pool._id);
  return {
    id: draw._id,
    poolId: draw.poolId,
    counter: draw.counter,
    at: draw.at,
    prize: { id: given.id, name: given.name, kind: award.kind },
    picked: draw.picked === draw.given ? null : { id: picked.id, name: picked.name },
    reason: draw.reason,
    amount: award.kind === 'points' ? award.points : award.kind === 'chance' ? award.count : 0,
    pickupCode: draw.pickupCode,
    packId: draw.packId,
    unitId: award.kind === 'goods' ? draw.unit : null,
    mine: viewMine(account, drawer, { poolId: pool._id, tier: account.tier, today, isStopped: (id) => isStopped(pools, id) }),
    available: account.available,
  };
}
