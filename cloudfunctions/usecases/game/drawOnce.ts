import { spendChance } from '@shared/game/chances';
import type { DrawReceipt } from '@shared/game/contract';
import { afterDraw, isMiss, mayDraw, newDrawer, planDraw, type DrawRefusal } from '@shared/game/decideDraw';
import type { Draw, Drawer } from '@shared/game/drawTypes';
import { drawerOf, drawNumber } from '@shared/game/pick';
import { maskName } from '@shared/game/viewPool';
import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import type { Account } from '@shared/ledger/types';
import { interact, settleAccount, type Settled } from '@shared/tier/settleAccount';
import type { Transaction } from '../../adapters/transact';
import { accountOf } from '../ledger/accountOf';
import { post } from '../ledger/post';
import { drawReceipt } from './drawReceipt';
import type { DrawSetting } from './drawSetting';
import { giveAward } from './giveAward';
import { isStopped } from './loadPools';
import { takeTicket, takeUnit, writeUnit, type LookOrTaken, type Taken } from './takeUnit';

type JudgeRefusal = DrawRefusal | 'draw.staff' | 'chance.none' | 'draw.full' | LookOrTaken;

/** What a draw comes to, before anything of it is written but its ticket. */
interface Judged {
  readonly before: Drawer;
  readonly account: Account;
  readonly spent: { readonly lot: string; readonly seq: number };
  readonly lapses: Parameters<typeof giveAward>[2]['entries'];
  readonly x: string;
  readonly pick: number;
  readonly picked: string;
  readonly taken: Taken;
}

/** One try of a draw in one transaction; `look` and `taken` ask for another try. */
export async function drawOnce(transaction: Transaction, setting: DrawSetting): Promise<Outcome<DrawReceipt, JudgeRefusal | 'key.reused'>> {
  const { wish, member, programme, today } = setting;
  const account = await accountOf(transaction, member);
  const settled = settleAccount(account, today, programme.tiers);
  const first = await transaction.get('draws', `${member.memberId}:${wish.key}`);
  if (first === null) {
    const judged = await judge(transaction, account, settled, setting);
    return judged.ok ? accept(await carryOut(transaction, judged.value, settled, setting)) : judged;
  }
  const same = first.poolId === wish.poolId && first.nonce === wish.nonce;
  return same ? accept(drawReceipt(first, { ...account, ...settled.posting.balance, ...settled.standing }, setting)) : refuse('key.reused');
}

/** Steps 1 to 4: refused, guarantee, number, fallback. */
async function judge(
  transaction: Transaction,
  account: Account,
  { standing }: Settled,
  setting: DrawSetting,
): Promise<Outcome<Judged, JudgeRefusal>> {
  const { caller, wish, member, pool, today } = setting;
  if (setting.staff) return refuse('draw.staff');
  const at = caller.now;
  const known = account.drawers.find((each) => each.memberId === member.memberId && each.poolId === pool._id);
  const before = known ?? newDrawer(member.memberId, pool._id, today);
  const table = mayDraw(pool.content, before, { tier: standing.tier, at, today, stopped: pool.stop !== null });
  if (!table.ok) return table;
  const spent = spendChance(account, pool._id, (id) => isStopped(setting.pools, id), { today, at });
  if (!spent.ok) return spent;
  const ticket = await takeTicket(transaction, setting);
  if (!ticket.ok) return ticket;
  const drawer = drawerOf(member.memberId, pool._id);
  const x = drawNumber(setting.secret, { poolId: pool._id, revision: pool.revision, drawer, counter: before.counter, nonce: wish.nonce });
  const plan = planDraw(pool.content, table.value, before, x);
  const taken = await takeUnit(transaction, setting, plan, table.value);
  if (!taken.ok) return taken;
  const { pick, picked } = plan;
  const { account: paid, entries: lapses, spent: move } = spent.value;
  return accept({ before, account: paid, spent: move, lapses, x, pick, picked: picked.id, taken: taken.value });
}

/** Writes what was judged: prize, record, entries and the account. */
async function carryOut(transaction: Transaction, judged: Judged, settled: Settled, setting: DrawSetting): Promise<DrawReceipt> {
  const { caller, wish, member, programme, today } = setting;
  const { given, reason, unit } = judged.taken;
  const awarded = await giveAward(
    transaction,
    given,
    { account: judged.account, settled, entries: judged.lapses, voucherId: null, packId: null },
    {
      drawId: `${member.memberId}:${wish.key}`,
      key: wish.key,
      memberId: member.memberId,
      at: caller.now,
      today,
      tiers: programme.tiers,
      policy: programme.chances,
      prepared: setting.prepared,
      unitId: unit?._id ?? null,
      packCode: setting.packCode,
    },
  );
  const { voucherId, packId } = awarded;
  const record: Draw = { ...recordOf(judged, settled, setting), voucherId, packId };
  if (unit !== null) await writeUnit(transaction, setting, unit, given, record);
  await transaction.add('draws', [record]);
  await transaction.add('chanceEntries', awarded.entries);
  const drawers = [...keptDrawers(judged, setting), afterDraw(judged.before, given, reason, today)];
  const played = interact(awarded.settled, 'game', today, programme.tiers);
  const next = await post(transaction, { ...awarded.account, drawers }, played, caller.now);
  return drawReceipt(record, next, setting);
}

function recordOf(
  { before, account, spent, x, pick, picked, taken }: Judged,
  settled: Settled,
  setting: DrawSetting,
): Omit<Draw, 'voucherId' | 'packId'> {
  const { caller, wish, member, pool, pickupCode } = setting;
  const { given, reason, unit, goneAt } = taken;
  return {
    _id: `${member.memberId}:${wish.key}`,
    poolId: pool._id,
    revision: pool.revision,
    drawer: drawerOf(member.memberId, pool._id),
    counter: before.counter,
    nonce: wish.nonce,
    at: caller.now,
    tier: settled.standing.tier,
    ...{ x, pick, picked, given: given.id, reason, misses: before.misses, goneAt },
    unit: unit?._id ?? null,
    memberId: member.memberId,
    accountId: account._id,
    device: caller.device,
    lot: spent.lot,
    chanceSeq: spent.seq,
    won: !isMiss(given, reason),
    mask: maskName(member.nickname),
    pickupCode: given.award.kind === 'goods' ? pickupCode : null,
  };
}

/** The other drawers worth keeping: of pools that are known to be over for good nothing is needed any more. */
function keptDrawers({ account, before }: Judged, { pools }: DrawSetting): readonly Drawer[] {
  return account.drawers.filter((each) => {
    const state = pools.get(each.poolId)?.state;
    const isOwn = each.memberId === before.memberId && each.poolId === before.poolId;
    return !isOwn && state !== 'closed' && state !== 'stopped';
  });
}
