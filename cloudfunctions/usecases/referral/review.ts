import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import type { ReviewRow } from '@shared/referral/contract';
import { decideReview } from '@shared/referral/decideReview';
import { stepMessage } from '@shared/referral/stepMessage';
import type { Referral } from '@shared/referral/types';
import { transact } from '../../adapters/transact';
import { queueMessage } from '../message/queueMessage';
import type { StaffCaller } from '../store/admitStaff';
import { loadProgramme } from '../store/loadProgramme';
import { prepareIssue } from '../voucher/issue';
import { memberById } from './findInviter';
import { giveHeldGift } from './giveHeldGift';
import { viewRow } from './queue';
import { referralOf } from './referralOf';

interface Decision {
  readonly friend: string;
  readonly approve: boolean;
  readonly reason: string;
}

type ReviewRefusal = 'referral.unknownFriend' | 'referral.decided' | 'busy.tryAgain';

/** An operator decides about a referral that waits. Approved, the invitee gets the gift that was held back, and the rest goes on. */
export async function review(who: StaffCaller, { friend, approve, reason }: Decision): Promise<Outcome<ReviewRow, ReviewRefusal>> {
  const [found, programme] = await Promise.all([referralOf(friend), loadProgramme(who.now)]);
  if (found === null) return refuse('referral.unknownFriend');
  const { inviteeCoupon } = programme.referral;
  const prepared = approve && inviteeCoupon !== null ? await prepareIssue(inviteeCoupon, who.now, who.random) : null;
  const invited = found.inviteeId === null ? null : await memberById(found.inviteeId);
  const outcome = await transact(async (transaction): Promise<Outcome<Referral, ReviewRefusal>> => {
    const referral = await transaction.get('referrals', found._id);
    if (referral === null) return refuse('referral.unknownFriend');
    const decided = decideReview(referral, { staffId: who.staff.staffId, device: who.device, at: who.now, approved: approve, reason });
    if (!decided.ok || decided.value === referral) return decided;
    const held = { openid: invited?._id ?? null, prepared, programme, at: who.now };
    const given = approve ? await giveHeldGift(transaction, decided.value, held) : decided.value;
    if (given === null) return refuse('busy.tryAgain');
    await transaction.put('referrals', given);
    if (!approve) await queueMessage(transaction, stepMessage(given, { step: 'refused' }, who.now));
    return accept(given);
  });
  return outcome.ok ? accept(viewRow(outcome.value)) : outcome;
}
