import type { MyDrawsPage, WinnersPage } from '@shared/game/contract';
import { prizeOf } from '@shared/game/decideDraw';
import type { Draw, DrawRecord } from '@shared/game/drawTypes';
import { drawerOf } from '@shared/game/pick';
import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { dayMs } from '@shared/kernel/time';
import { find } from '../../adapters/database';
import type { Caller } from '../../adapters/serve';
import { findMember } from '../member/findMember';
import { findPool } from './loadPools';

/** How long a winners' list is kept (product.md, Card and membership: masked winners two years). */
const winnersKeptMs = 2 * 366 * dayMs;
const drawsPerPage = 50;
const winnersPerPage = 20;
/** Room for draws of the very millisecond at which a page ends. */
const sameInstantMax = 20;

interface Page {
  readonly poolId: string;
  readonly cursor?: string | undefined;
}

/** The caller's own draws of a pool, in the order of their counters; the cursor is the last one's. */
export async function myDraws(caller: Caller, { poolId, cursor }: Page): Promise<Outcome<MyDrawsPage, 'member.unknown' | 'pool.unknown'>> {
  const [member, pool] = await Promise.all([findMember(caller), findPool(poolId, caller.now)]);
  if (!member.ok) return member;
  if (pool === null) return refuse('pool.unknown');
  const after = cursor !== undefined && /^\d+$/.test(cursor) ? Number(cursor) : -1;
  const mine = { poolId, drawer: drawerOf(member.value.memberId, poolId), counter: { op: 'gt', value: after } } as const;
  const draws = await find('draws', mine, { limit: drawsPerPage + 1, order: [['counter', 'asc']] });
  const shown = draws.slice(0, drawsPerPage);
  return accept({ draws: shown.map(recordIn), next: draws.length > drawsPerPage ? String(shown.at(-1)?.counter) : null });
}

/** Who won what in a pool, newest first, with masked names. The cursor is `<at>~<draw>` of the last one shown. */
export async function winners(caller: Caller, { poolId, cursor }: Page): Promise<Outcome<WinnersPage, 'pool.unknown'>> {
  const pool = await findPool(poolId, caller.now);
  if (pool === null) return refuse('pool.unknown');
  const [at = '', lastDrawer = '', lastCounter = ''] = (cursor ?? '').split('~');
  const before = Number(at) > 0 ? Number(at) : Number.MAX_SAFE_INTEGER;
  const drawn = await find(
    'draws',
    { poolId, won: true, at: { op: 'lte', value: before } },
    {
      limit: winnersPerPage + sameInstantMax,
      order: [
        ['at', 'desc'],
        ['drawer', 'asc'],
      ],
    },
  );
  const found = drawn.filter((draw) => draw.at >= caller.now - winnersKeptMs);
  const place = ({ drawer, counter }: Draw): string => `${drawer.slice(0, 16)}~${counter}`;
  const last = `${lastDrawer}~${lastCounter}`;
  const from = found.findIndex((draw) => String(draw.at) === at && place(draw) === last);
  const rest = found.slice(from + 1);
  const shown = rest.slice(0, winnersPerPage);
  const end = shown.at(-1);
  return accept({
    winners: shown.map((draw) => ({ mask: draw.mask, prize: prizeOf(pool.content, draw.given).name, at: draw.at })),
    next: rest.length > winnersPerPage && end !== undefined ? `${end.at}~${place(end)}` : null,
  });
}

/** What may be told of a draw to anybody: nothing that names its member. */
export function recordIn(draw: Draw): DrawRecord {
  const { poolId, revision, drawer, counter, nonce, at, tier, x, pick, picked, given, reason, misses, unit, goneAt } = draw;
  return { poolId, revision, drawer, counter, nonce, at, tier, x, pick, picked, given, reason, misses, unit, goneAt };
}
