import type { Day } from '../kernel/time';
import type { TierId } from '../tier/types';
import { usableChances } from './chances';
import type { MyPool, PoolCard, PoolPhase } from './contract';
import type { PoolReceipt } from './gameConsole';
import type { Drawer } from './drawTypes';
import type { Pool } from './poolTypes';
import type { ChanceAccount } from './types';

const prizesShown = 3;

/** Where a pool stands at an instant. */
export function phaseOf(pool: Pick<Pool, 'state' | 'content'>, now: number): PoolPhase {
  if (pool.state === 'closed' || pool.state === 'stopped') return pool.state;
  if (pool.state === 'stopping' || now >= pool.content.endsAt) return 'closing';
  return now < pool.content.opensAt ? 'soon' : 'open';
}

/** A pool in a list. */
export function cardOf(pool: Pool, mine: MyPool | null, now: number): PoolCard {
  const { name, face, opensAt, endsAt, perDayMax, prizes } = pool.content;
  const dearest = [...prizes].filter((prize) => prize.award.kind !== 'thanks').sort((a, b) => b.valueFen - a.valueFen);
  return {
    id: pool._id,
    name,
    face,
    phase: phaseOf(pool, now),
    opensAt,
    endsAt,
    perDayMax,
    prizes: dearest.slice(0, prizesShown).map((prize) => prize.name),
    mine,
  };
}

/** What a member may do in a pool today. */
export function viewMine(
  account: ChanceAccount,
  drawer: Drawer | undefined,
  setting: { readonly poolId: string; readonly tier: TierId; readonly today: Day; readonly isStopped: (poolId: string) => boolean },
): MyPool {
  const usable = usableChances(account, setting.poolId, setting.isStopped, setting.today);
  return {
    tier: setting.tier,
    chances: usable.reduce((sum, lot) => sum + lot.left, 0),
    drawnToday: drawer?.day === setting.today ? drawer.dayDraws : 0,
    drawn: drawer?.counter ?? 0,
    misses: drawer?.misses ?? 0,
  };
}

/** A pool after an operator's act. */
export function receiptOf({ _id, state, revision, hash, secretHash, closing }: Pool): PoolReceipt {
  return { poolId: _id, state, revision, hash, secretHash, closing };
}

/** A name that others may see: its first character. */
export function maskName(name: string): string {
  return `${Array.from(name)[0] ?? ''}**`;
}
