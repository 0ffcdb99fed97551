import { dayOf } from '@shared/kernel/time';
import { withdraw } from '@shared/ledger/withdraw';
import type { Purchase } from '@shared/purchase/types';
import { purchaseCounts } from '@shared/referral/purchase';
import { decideReversal } from '@shared/referral/reward';
import { stepMessage } from '@shared/referral/stepMessage';
import type { Programme } from '@shared/store/programme';
import { carry, settleAccount } from '@shared/tier/settleAccount';
import type { Transaction } from '../../adapters/transact';
import { accountNow } from '../ledger/accountOf';
import { post } from '../ledger/post';
import { queueMessage } from '../message/queueMessage';

/** In the transaction that takes a purchase back: the inviter's reward that rests on it goes too, once nothing of it is kept. */
export async function takeBackReward(
  transaction: Transaction,
  purchase: Purchase,
  { offsetMinutes, tiers }: Programme,
  at: number,
): Promise<void> {
  if (purchase.referralId === undefined || purchaseCounts(purchase)) return;
  const referral = await transaction.get('referrals', purchase.referralId);
  if (referral?.state !== 'rewarded' || referral.reward === null) return;
  await transaction.put('referrals', { ...referral, state: 'reversed', stateAt: at, reason: 'refunded' });
  const inviter = await transaction.get('inviters', referral.inviterId);
  const account = await accountNow(transaction, referral.reward.accountId);
  // Who has left since has no points any more.
  if (inviter === null || account === null) return;
  const reversal = decideReversal(inviter, referral);
  await transaction.put('inviters', reversal.inviter);
  const today = dayOf(at, offsetMinutes);
  const settled = settleAccount(account, today, tiers);
  const source = `${referral.friendId}:back`;
  const taken = withdraw(settled.posting, { kind: 'referral', source, day: today, points: reversal.points, note: { why: 'refund' } });
  await post(transaction, account, carry(settled, taken, today, tiers), at);
  await queueMessage(transaction, stepMessage(referral, { step: 'reversed' }, at));
}
