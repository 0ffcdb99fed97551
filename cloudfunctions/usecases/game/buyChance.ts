import { addChances, chanceRoom } from '@shared/game/chances';
import type { ChanceReceipt } from '@shared/game/contract';
import { viewChances } from '@shared/game/viewChances';
import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { dayOf, type Day } from '@shared/kernel/time';
import { redeem } from '@shared/ledger/redeem';
import type { Account } from '@shared/ledger/types';
import type { Programme } from '@shared/store/programme';
import { carry, settleAccount } from '@shared/tier/settleAccount';
import type { Caller } from '../../adapters/serve';
import { transact, type Transaction } from '../../adapters/transact';
import { accountOf, earlierSpending } from '../ledger/accountOf';
import { post } from '../ledger/post';
import { findMember } from '../member/findMember';
import { loadProgramme } from '../store/loadProgramme';

interface Wish {
  readonly key: string;
  readonly count: number;
}

type BuyRefusal = 'member.unknown' | 'points.short' | 'chance.dayLimit' | 'key.reused';

/** Trades points for chances. The key names the redemption: the same again changes nothing. */
export async function buyChance(caller: Caller, wish: Wish): Promise<Outcome<ChanceReceipt, BuyRefusal | 'busy.tryAgain'>> {
  const [member, programme] = await Promise.all([findMember(caller), loadProgramme(caller.now)]);
  if (!member.ok) return member;
  return transact(async (transaction) => {
    const account = await accountOf(transaction, member.value);
    return buy(transaction, account, member.value.memberId, wish, programme, caller.now);
  });
}

async function buy(
  transaction: Transaction,
  account: Account,
  memberId: string,
  { key, count }: Wish,
  programme: Programme,
  at: number,
): Promise<Outcome<ChanceReceipt, BuyRefusal>> {
  const { chances: policy, tiers } = programme;
  const today = dayOf(at, programme.offsetMinutes);
  const settled = settleAccount(account, today, tiers);
  const source = `chance:${key}`;
  const before = await earlierSpending(transaction, account, memberId, source);
  if (before !== null) {
    if (before.note['chances'] !== count) return refuse('key.reused');
    return accept(receiptOf({ ...account, ...settled.posting.balance }, memberId, programme, today));
  }
  if (chanceRoom(account, { memberId, source: 'points' }, policy, today) < count)
    return refuse('chance.dayLimit', { max: policy.perDayMax.points ?? 0 });
  const paid = redeem(settled.posting, { source, day: today, points: policy.pricePoints * count, note: { chances: count } });
  if (!paid.ok) return paid;
  const given = addChances(account, { memberId, source: 'points', sourceId: key, count }, policy, { today, at });
  await transaction.add('chanceEntries', given.entries);
  const next = await post(transaction, given.account, carry(settled, paid.value, today, tiers), at);
  return accept(receiptOf(next, memberId, programme, today));
}

function receiptOf(account: Account, memberId: string, programme: Programme, today: Day): ChanceReceipt {
  return { chances: viewChances(account, memberId, programme.chances, today), available: account.available };
}
