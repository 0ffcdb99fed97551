import type { MyPool, PlayView, PoolView, PublicRevision } from '@shared/game/contract';
import type { Pool } from '@shared/game/poolTypes';
import { viewChances } from '@shared/game/viewChances';
import { cardOf, viewMine } from '@shared/game/viewPool';
import { prizeStore } from '@shared/game/units';
import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { dayMs, dayOf } from '@shared/kernel/time';
import type { Account } from '@shared/ledger/types';
import type { Programme } from '@shared/store/programme';
import { settleAccount } from '@shared/tier/settleAccount';
import { cached } from '../../adapters/cached';
import { countBy, find, get } from '../../adapters/database';
import type { Caller } from '../../adapters/serve';
import { loadProgramme } from '../store/loadProgramme';
import { gamesOfWeek, loadGames } from './loadGames';
import { findPool, isStopped, loadPools } from './loadPools';

const revisionsMax = 100;
const storesMax = 1000;
/** How long a pool that is over stays in the list. */
const shownAfterMs = 30 * dayMs;

interface Player {
  readonly memberId: string;
  readonly account: Account;
}

/** What there is to play, open pools first, and the caller's chances; somebody without a card sees the pools only. */
export async function play(caller: Caller): Promise<Outcome<PlayView>> {
  const { now } = caller;
  const [player, programme, pools, games] = await Promise.all([findPlayer(caller), loadProgramme(now), loadPools(now), loadGames(now)]);
  const today = dayOf(now, programme.offsetMinutes);
  const shown = [...pools.values()].filter((pool) => pool.content.endsAt + shownAfterMs > now);
  const order = ['open', 'soon', 'closing', 'closed', 'stopped'];
  const cards = shown
    .map((pool) => cardOf(pool, mineOf(player, pool, pools, programme, now), now))
    .sort((a, b) => order.indexOf(a.phase) - order.indexOf(b.phase) || a.endsAt - b.endsAt);
  const settled = player === null ? null : settleAccount(player.account, today, programme.tiers);
  return accept({
    today,
    pools: cards,
    games: gamesOfWeek(games, today),
    chances: player === null ? null : viewChances(player.account, player.memberId, programme.chances, today),
    available: settled?.posting.balance.available ?? 0,
  });
}

const loadRevisions = cached(async (key): Promise<readonly PublicRevision[]> => {
  const [poolId = ''] = key.split('|');
  const all = await find('poolRevisions', { poolId }, { limit: revisionsMax, order: [['revision', 'asc']] });
  return all.map(({ revision, content, hash, publishedAt }) => ({ revision, content, hash, publishedAt }));
}, 200);

const countLeft = cached(
  (poolId) => countBy('units', { rewardId: { anyOf: poolId.split('|') }, state: 'inPool' }, 'rewardId', storesMax),
  200,
);

/** One pool with everything published of it. */
export async function pool(caller: Caller, input: { poolId: string }): Promise<Outcome<PoolView, 'pool.unknown'>> {
  const { now } = caller;
  const [player, programme, pools, found] = await Promise.all([
    findPlayer(caller),
    loadProgramme(now),
    loadPools(now),
    findPool(input.poolId, now),
  ]);
  if (found === null) return refuse('pool.unknown');
  const limited = found.content.prizes.filter((prize) => prize.stock !== null);
  const [revisions, left] = await Promise.all([
    loadRevisions(`${found._id}|${found.revision}`, now),
    countLeft(limited.map((prize) => prizeStore(found._id, prize.id)).join('|') || '-', now),
  ]);
  return accept({
    card: cardOf(found, mineOf(player, found, pools, programme, now), now),
    content: found.content,
    revisions,
    secretHash: found.secretHash,
    secret: found.secret,
    closing: found.closing,
    stopReason: found.stop?.reason ?? null,
    left: Object.fromEntries(limited.map((prize) => [prize.id, left.get(prizeStore(found._id, prize.id)) ?? 0])),
  });
}

async function findPlayer(caller: Caller): Promise<Player | null> {
  const member = await get('members', caller.openid);
  const account = member === null ? null : await get('accounts', member.accountId);
  return member === null || account === null ? null : { memberId: member.memberId, account };
}

function mineOf(
  player: Player | null,
  { _id }: Pool,
  pools: ReadonlyMap<string, Pool>,
  { offsetMinutes, tiers }: Programme,
  now: number,
): MyPool | null {
  if (player === null) return null;
  const today = dayOf(now, offsetMinutes);
  const { tier } = settleAccount(player.account, today, tiers).standing;
  const drawer = player.account.drawers.find((each) => each.memberId === player.memberId && each.poolId === _id);
  return viewMine(player.account, drawer, { poolId: _id, tier, today, isStopped: (id) => isStopped(pools, id) });
}
