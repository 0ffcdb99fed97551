import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { dayOf } from '@shared/kernel/time';
import { giveBack } from '@shared/ledger/giveBack';
import type { Entry } from '@shared/ledger/types';
import type { CancelReceipt } from '@shared/reward/contract';
import { decideCancel, type CancelRefusal } from '@shared/reward/decideCancel';
import { carry, settleAccount } from '@shared/tier/settleAccount';
import type { Caller } from '../../adapters/serve';
import { transact } from '../../adapters/transact';
import { post } from '../ledger/post';
import { findMember } from '../member/findMember';
import { loadProgramme } from '../store/loadProgramme';

type CancelOutcome = Outcome<CancelReceipt, 'member.unknown' | CancelRefusal | 'busy.tryAgain'>;

/**
 * Gives a redeemed unit back before it is handed over: the unit is free again and its points return to the lots they came from, or to
 * the grace lot. The redemption's id is the command's natural key: cancelling it again gives the first answer.
 */
export async function cancel(caller: Caller, { redemptionId }: { key: string; redemptionId: string }): Promise<CancelOutcome> {
  const [member, { offsetMinutes, tiers }] = await Promise.all([findMember(caller), loadProgramme(caller.now)]);
  if (!member.ok) return member;
  const { memberId, accountId } = member.value;
  const today = dayOf(caller.now, offsetMinutes);
  return transact(async (transaction): Promise<Outcome<CancelReceipt, CancelRefusal>> => {
    const account = await transaction.get('accounts', accountId);
    if (account === null) throw new Error(`Member ${memberId} has no account`);
    const paid = await transaction.get('entries', `${accountId}:redemption:${redemptionId}`);
    const unitId = paid?.note['unitId'];
    if (paid === null || typeof unitId !== 'string') return refuse('cancel.unknown');
    const settled = settleAccount(account, today, tiers);
    const earlier = await transaction.get('entries', `${accountId}:return:${redemptionId}`);
    if (earlier !== null) return accept(receipt(paid, earlier, settled.posting.balance.available));
    const unit = await transaction.get('units', unitId);
    const decided = decideCancel(unit, { redemptionId, memberId, now: caller.now, offsetMinutes });
    if (!decided.ok) return decided;
    const points = -paid.availableDelta;
    const { rewardZh = '', rewardEn = '' } = paid.note;
    const note = { why: 'cancel', rewardZh, rewardEn };
    const spending = { source: redemptionId, today, points, spent: paid.lots, before: 0, because: 'cancelled', note } as const;
    const returned = giveBack(settled.posting, spending);
    await transaction.put('units', decided.value);
    const next = await post(transaction, account, carry(settled, returned, today, tiers), caller.now);
    return accept(receipt(paid, returned.drafts.at(-1), next.available));
  });
}

function receipt(paid: Entry, back: Pick<Entry, 'availableDelta' | 'debtDelta'> | undefined, available: number): CancelReceipt {
  const returned = back === undefined ? 0 : back.availableDelta - back.debtDelta;
  return { redemptionId: paid.source, paid: -paid.availableDelta, returned, available };
}
