import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { dayOf } from '@shared/kernel/time';
import { giveBack } from '@shared/ledger/giveBack';
import type { Entry } from '@shared/ledger/types';
import type { CancelReceipt } from '@shared/reward/contract';
import { decideCancel, type CancelRefusal } from '@shared/reward/decideCancel';
import { carry, settleAccount } from '@shared/tier/settleAccount';
import { find } from '../../adapters/database';
import type { Caller } from '../../adapters/serve';
import { transact, type Transaction } from '../../adapters/transact';
import { accountNow } from '../ledger/accountOf';
import { post } from '../ledger/post';
import { findMember } from '../member/findMember';
import { loadProgramme } from '../store/loadProgramme';

type CancelOutcome = Outcome<CancelReceipt, 'member.unknown' | CancelRefusal | 'busy.tryAgain'>;

/** Of a member's latest units, so many are looked through for one that another account paid for. */
const lookedAtMax = 100;

/** A cancellation on its way. */
interface Cancelling {
  readonly caller: Caller;
  readonly memberId: string;
  readonly redemptionId: string;
}

/**
 * Gives a redeemed unit back before it is handed over: the unit is free again and its points return to the lots they came from, or to
 * the grace lot. The redemption's id is the command's natural key: cancelling it again gives the first answer. Points return to the account
 * that paid, or to the one that took it over: who has joined a family since finds them there. What a family paid that they have left since
 * cannot be cancelled any more (`cancel.left`), as its purchases are refunded in money only; the unit is theirs to pick up.
 */
export async function cancel(caller: Caller, { redemptionId }: { key: string; redemptionId: string }): Promise<CancelOutcome> {
  const member = await findMember(caller);
  if (!member.ok) return member;
  const { memberId, accountId } = member.value;
  const cancelling: Cancelling = { caller, memberId, redemptionId };
  const cancelled = await cancelOn(accountId, cancelling);
  if (cancelled.ok || cancelled.refusal.code !== 'cancel.unknown') return cancelled;
  // Whoever is in another's account may have paid with their own before.
  const before = accountId === memberId ? cancelled : await cancelOn(memberId, cancelling);
  if (before.ok || before.refusal.code !== 'cancel.unknown') return before;
  const units = await find('units', { memberId }, { limit: lookedAtMax, order: [['redeemedAt', 'desc']] });
  return units.some(({ redemption, prize }) => prize === undefined && redemption?.id === redemptionId) ? refuse('cancel.left') : before;
}

async function cancelOn(payerId: string, cancelling: Cancelling): Promise<CancelOutcome> {
  const { offsetMinutes, tiers } = await loadProgramme(cancelling.caller.now);
  const { caller, memberId, redemptionId } = cancelling;
  const today = dayOf(caller.now, offsetMinutes);
  return transact(async (transaction): Promise<Outcome<CancelReceipt, CancelRefusal>> => {
    const paid = await transaction.get('entries', `${payerId}:redemption:${redemptionId}`);
    const unitId = paid?.note['unitId'];
    if (paid === null || typeof unitId !== 'string') return refuse('cancel.unknown');
    const account = await accountNow(transaction, payerId);
    if (account === null) throw new Error(`The account ${payerId} is gone`);
    const settled = settleAccount(account, today, tiers);
    const unit = await transaction.get('units', unitId);
    const earlier = await returnOf(transaction, [payerId, account._id], redemptionId);
    if (earlier !== null) return accept(receipt(paid, earlier, settled.posting.balance.available));
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

/** The entry by which it was given back before, on the account that it was then. */
async function returnOf(transaction: Transaction, accountIds: readonly string[], redemptionId: string): Promise<Entry | null> {
  for (const accountId of new Set(accountIds)) {
    const entry = await transaction.get('entries', `${accountId}:return:${redemptionId}`);
    if (entry !== null) return entry;
  }
  return null;
}

function receipt(paid: Entry, back: Pick<Entry, 'availableDelta' | 'debtDelta'> | undefined, available: number): CancelReceipt {
  const returned = back === undefined ? 0 : back.availableDelta - back.debtDelta;
  return { redemptionId: paid.source, paid: -paid.availableDelta, returned, available };
}
