import { decideCheckin, viewCheckin } from '@shared/checkin/decide';
import type { CheckinReceipt } from '@shared/checkin/contract';
import type { CheckinRecord } from '@shared/checkin/types';
import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { dayOf, monthOf } from '@shared/kernel/time';
import { credit } from '@shared/ledger/credit';
import type { Account } from '@shared/ledger/types';
import type { Programme } from '@shared/store/programme';
import { carry, interact, settleAccount } from '@shared/tier/settleAccount';
import type { Caller } from '../../adapters/serve';
import { transact, type Transaction } from '../../adapters/transact';
import { post } from '../ledger/post';
import { findMember } from '../member/findMember';
import { loadProgramme } from '../store/loadProgramme';

type CheckinOutcome = Outcome<CheckinReceipt, 'member.unknown' | 'checkin.done' | 'busy.tryAgain'>;

/**
 * Checks in for today. Its natural key is member + day, and the caller's key is part of its content: the same tap sent again
 * gets its first answer, another tap on the same day is refused.
 */
export async function perform(caller: Caller, input: { key: string }): Promise<CheckinOutcome> {
  const programme = await loadProgramme(caller.now);
  const today = dayOf(caller.now, programme.offsetMinutes);
  const member = await findMember(caller);
  if (!member.ok) return member;
  const { memberId, accountId } = member.value;
  return transact(async (transaction) => {
    const account = await transaction.get('accounts', accountId);
    if (account === null) throw new Error(`Member ${memberId} has no account`);
    const id = `${memberId}:${today}`;
    const decided = decideCheckin(account.checkin, programme.ladder, today);
    if (!decided.ok) return repeat(transaction, id, input.key, account, programme, today);
    const { points, state } = decided.value;
    const settled = settleAccount(account, today, programme.tiers);
    const reward = { kind: 'checkin', source: id, day: today, points, note: { streak: state.streak } } as const;
    const paid = carry(settled, credit(settled.posting, reward), today, programme.tiers);
    const record: CheckinRecord = {
      _id: id,
      memberId,
      day: today,
      month: monthOf(today),
      points,
      streak: state.streak,
      at: caller.now,
      key: input.key,
    };
    await transaction.add('checkins', [record]);
    const next = await post(transaction, { ...account, checkin: state }, interact(paid, 'checkin', today, programme.tiers), caller.now);
    return accept(receipt(record, next, programme));
  });
}

async function repeat(
  transaction: Transaction,
  id: string,
  key: string,
  account: Account,
  programme: Programme,
  today: string,
): Promise<Outcome<CheckinReceipt, 'checkin.done'>> {
  const first = await transaction.get('checkins', id);
  if (first === null || first.key !== key) return refuse('checkin.done');
  const { balance } = settleAccount(account, today, programme.tiers).posting;
  return accept(receipt(first, { ...account, ...balance }, programme));
}

function receipt(record: CheckinRecord, account: Account, programme: Programme): CheckinReceipt {
  return {
    day: record.day,
    points: record.points,
    checkin: viewCheckin(account.checkin, programme.ladder, record.day),
    available: account.available,
    debt: account.debt,
  };
}
