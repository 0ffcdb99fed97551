import { accept, type Outcome } from '@shared/kernel/refusal';
import { addDays } from '@shared/kernel/time';
import type { Member } from '@shared/member/types';
import type { Purchase } from '@shared/purchase/types';
import { sameAccount } from '@shared/referral/signals/sameAccount';
import { samePhone } from '@shared/referral/signals/samePhone';
import { purchaseCounts, withoutPurchase } from '@shared/referral/purchase';
import { decideReward, lapsed, refused } from '@shared/referral/reward';
import { stepMessage } from '@shared/referral/stepMessage';
import type { Inviter, Referral, ReferralReason } from '@shared/referral/types';
import { find } from '../../adapters/database';
import { transact, type Transaction } from '../../adapters/transact';
import { queueMessage } from '../message/queueMessage';
import { memberById } from './findInviter';
import { payReward } from './payReward';
import type { ReferralRun } from './referralRun';

/** Rewards the inviters of friends whose first purchase is past its return period, the earliest due first. */
export async function rewardFriends(run: ReferralRun): Promise<{ readonly rewarded: number; readonly more: boolean }> {
  const due = await find(
    'referrals',
    { state: 'purchased', dueOn: { op: 'lte', value: run.today } },
    { limit: run.batch, order: [['dueOn', 'asc']] },
  );
  let rewarded = 0;
  for (const referral of due) {
    if (run.clock() >= run.untilMs) return { rewarded, more: true };
    if (await settle(referral, run)) rewarded += 1;
    await run.rest();
  }
  return { rewarded, more: due.length === run.batch };
}

/** Settles one friend, once; gives whether the inviter was rewarded now. */
async function settle({ _id, inviterId, inviteeId }: Referral, run: ReferralRun): Promise<boolean> {
  const [inviting, invited] = await Promise.all([memberById(inviterId), inviteeId === null ? null : memberById(inviteeId)]);
  const outcome = await transact(async (transaction): Promise<Outcome<boolean>> => {
    const referral = await transaction.get('referrals', _id);
    if (referral?.state !== 'purchased' || referral.purchase === null || referral.dueOn === null || referral.dueOn > run.today) {
      return accept(false);
    }
    const purchase = await transaction.get('purchases', referral.purchase.id);
    if (purchase === null || !purchaseCounts(purchase)) {
      await transaction.put('referrals', withoutPurchase(referral, run.now));
      return accept(false);
    }
    return accept(await pay(transaction, { referral, purchase, inviting, invited }, run));
  });
  return outcome.ok && outcome.value;
}

interface Due {
  readonly referral: Referral;
  readonly purchase: Purchase;
  readonly inviting: Member | null;
  readonly invited: Member | null;
}

async function pay(transaction: Transaction, { referral, purchase, inviting, invited }: Due, run: ReferralRun): Promise<boolean> {
  const member = inviting === null ? null : await transaction.get('members', inviting._id);
  const inviter = await transaction.get('inviters', referral.inviterId);
  if (member === null || inviter === null) {
    await transaction.put('referrals', lapsed(referral, 'inviterLeft', run.now));
    return false;
  }
  if (member.leavingAt != null) {
    // They may stay after all: looked at again tomorrow.
    await transaction.put('referrals', { ...referral, dueOn: addDays(run.today, 1) });
    return false;
  }
  const both = {
    phones: { inviter: member.phoneHash ?? null, invitee: invited?.phoneHash ?? null },
    accounts: invited === null ? null : { inviter: member.accountId, invitee: invited.accountId },
  };
  const against = whyNot(referral, inviter, both, run);
  if (against !== null) {
    const ended = refused(referral, against, run.now);
    await transaction.put('referrals', ended);
    await queueMessage(transaction, stepMessage(ended, { step: 'refused' }, run.now));
    return false;
  }
  await payReward(transaction, { referral, purchase, inviter, accountId: member.accountId }, run);
  return true;
}

/** What speaks against a reward at the end; a person who approved it has seen the signals. */
function whyNot(
  referral: Referral,
  inviter: Inviter,
  both: {
    readonly phones: { readonly inviter: string | null; readonly invitee: string | null };
    readonly accounts: { readonly inviter: string; readonly invitee: string } | null;
  },
  { programme, today, now }: ReferralRun,
): ReferralReason | null {
  const { phones, accounts } = both;
  const facts = { inviteeHash: referral._id, inviterHash: inviter.hash, inviterChain: [], knownBefore: false, phones, device: null };
  const asked = { ...facts, at: now, inviterDevice: null, recent: [] };
  // By now both may share an account, which nobody could know when the friend joined; an approval does not change whose points they are.
  if (accounts !== null && sameAccount.holds({ ...asked, accounts })) return 'sameAccount';
  if (referral.review !== 'approved' && samePhone.holds(asked)) return 'samePhone';
  if (programme.referral.needsPhone && (phones.inviter === null || phones.invitee === null)) return 'phone';
  const decided = decideReward(inviter, programme.referral, today);
  return decided.ok ? null : decided.refusal.code;
}
