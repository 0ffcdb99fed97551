import type { DrawReceipt } from '@shared/game/contract';
import type { DrawRefusal } from '@shared/game/decideDraw';
import type { Pool } from '@shared/game/poolTypes';
import { randomNumber16 } from '@shared/kernel/id';
import { refuse, type Outcome } from '@shared/kernel/refusal';
import { dayOf } from '@shared/kernel/time';
import type { Caller } from '../../adapters/serve';
import { transact } from '../../adapters/transact';
import { findMember } from '../member/findMember';
import { loadProgramme } from '../store/loadProgramme';
import { worksAt } from '../store/worksAt';
import { prepareIssue, type PreparedIssue } from '../voucher/issue';
import { drawOnce } from './drawOnce';
import type { DrawSetting } from './drawSetting';
import { findPool, loadPools, secretOf } from './loadPools';
import { lookForUnits } from './unitHints';

/** Rounds of looking for a free unit before the caller is told to come back. */
const roundsMax = 8;

interface Wish {
  readonly key: string;
  readonly poolId: string;
  readonly nonce: string;
}

type Refusals =
  DrawRefusal | 'member.unknown' | 'pool.unknown' | 'draw.staff' | 'draw.full' | 'chance.none' | 'key.reused' | 'busy.tryAgain';

/**
 * One draw for one chance, in one transaction: refused, guarantee, number, fallback, in this order; the record holds everything needed to
 * recompute it, and the prize is in the wallet with it. The same key with the same pool and nonce gives the same draw.
 */
export async function draw(caller: Caller, wish: Wish): Promise<Outcome<DrawReceipt, Refusals>> {
  const { now } = caller;
  const [member, programme, pools, works] = await Promise.all([
    findMember(caller),
    loadProgramme(now),
    loadPools(now),
    worksAt(caller.openid, now),
  ]);
  if (!member.ok) return member;
  const pool = await findPool(wish.poolId, now);
  if (pool === null) return refuse('pool.unknown');
  const setting: DrawSetting = {
    caller,
    wish,
    member: member.value,
    programme,
    pool,
    pools,
    secret: secretOf(pool),
    staff: works !== null,
    today: dayOf(now, programme.offsetMinutes),
    prepared: await prepareVouchers(pool, caller),
    pickupCode: randomNumber16(caller.random, '8'),
    packCode: randomNumber16(caller.random, '7'),
  };
  for (let round = 1; round <= roundsMax; round += 1) {
    const outcome = await transact((transaction) => drawOnce(transaction, setting));
    if (outcome.ok) return outcome;
    const { code, args } = outcome.refusal;
    if (code === 'look') await lookForUnits(String(args?.['store']), Number(args?.['last']), caller.random);
    else if (code !== 'taken') return outcome as Outcome<DrawReceipt, Refusals>;
  }
  return refuse('busy.tryAgain');
}

/** The coupons of a pool's vouchers, ready to be issued; they are cached and without units, so this asks the database for nothing. */
async function prepareVouchers({ content }: Pool, { now, random }: Caller): Promise<ReadonlyMap<string, PreparedIssue>> {
  const couponIds = content.prizes.flatMap(({ award }) => (award.kind === 'voucher' ? [award.couponId] : []));
  const prepared = new Map<string, PreparedIssue>();
  for (const couponId of couponIds) {
    const issue = await prepareIssue(couponId, now, random);
    if (issue !== null) prepared.set(couponId, issue);
  }
  return prepared;
}
