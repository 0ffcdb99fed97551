import { credit } from '@shared/ledger/credit';
import type { Purchase } from '@shared/purchase/types';
import { decideReward } from '@shared/referral/reward';
import { stepMessage } from '@shared/referral/stepMessage';
import type { Inviter, Referral } from '@shared/referral/types';
import { carry, settleAccount } from '@shared/tier/settleAccount';
import type { Transaction } from '../../adapters/transact';
import { post } from '../ledger/post';
import { queueMessage } from '../message/queueMessage';
import type { ReferralRun } from './referralRun';

interface Payable {
  readonly referral: Referral;
  readonly purchase: Purchase;
  readonly inviter: Inviter;
  readonly accountId: string;
}

/** Posts the inviter's reward and the steps now reached, and notes on the purchase that they rest on it. */
export async function payReward(
  transaction: Transaction,
  { referral, purchase, inviter, accountId }: Payable,
  { programme, today, now }: ReferralRun,
): Promise<void> {
  const decided = decideReward(inviter, programme.referral, today);
  if (!decided.ok) throw new Error(`The reward of ${referral.friendId} was decided otherwise`);
  const account = await transaction.get('accounts', accountId);
  if (account === null) throw new Error(`Account ${accountId} is missing`);
  const { points, steps } = decided.value;
  const settled = settleAccount(account, today, programme.tiers);
  const given = { kind: 'referral', source: referral.friendId, day: today, points, note: {} } as const;
  const posting = steps.reduce(
    (before, step) =>
      credit(before, {
        ...given,
        source: `${referral.friendId}:step${step.friends}`,
        points: step.points,
        note: { friends: step.friends },
      }),
    credit(settled.posting, given),
  );
  await post(transaction, account, carry(settled, posting, today, programme.tiers), now);
  const reward = { accountId, points, steps, at: now, day: today };
  const rewarded: Referral = { ...referral, state: 'rewarded', stateAt: now, dueOn: null, reward };
  await transaction.put('referrals', rewarded);
  await transaction.put('inviters', decided.value.inviter);
  await transaction.put('purchases', { ...purchase, referralId: referral._id });
  const sum = steps.reduce((total, step) => total + step.points, points);
  await queueMessage(transaction, stepMessage(rewarded, { step: 'rewarded', points: sum }, now));
}
