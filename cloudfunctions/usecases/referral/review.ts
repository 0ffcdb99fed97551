import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { dayOf } from '@shared/kernel/time';
import { credit } from '@shared/ledger/credit';
import type { ReviewRow } from '@shared/referral/contract';
import { decideReview } from '@shared/referral/decideReview';
import { stepMessage } from '@shared/referral/stepMessage';
import type { Referral } from '@shared/referral/types';
import type { Programme } from '@shared/store/programme';
import { carry, settleAccount } from '@shared/tier/settleAccount';
import { transact, type Transaction } from '../../adapters/transact';
import { post } from '../ledger/post';
import type { StaffCaller } from '../store/admitStaff';
import { loadProgramme } from '../store/loadProgramme';
import { prepareIssue, type PreparedIssue } from '../voucher/issue';
import { memberById } from './findInviter';
import { giveGift, inviteeGiftSource } from './giveGift';
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
    const given = await giveHeld(transaction, decided.value, { openid: invited?._id ?? null, prepared, programme, at: who.now });
    if (given === null) return refuse('busy.tryAgain');
    await transaction.put('referrals', given);
    if (!approve) await transaction.add('outbox', [stepMessage(given, { step: 'refused' }, who.now)]);
    return accept(given);
  });
  return outcome.ok ? accept(viewRow(outcome.value)) : outcome;
}

interface Held {
  readonly openid: string | null;
  readonly prepared: PreparedIssue | null;
  readonly programme: Programme;
  readonly at: number;
}

/** Gives an approved invitee what was held back; null when the voucher's unit was just taken. */
async function giveHeld(transaction: Transaction, referral: Referral, { openid, prepared, programme, at }: Held): Promise<Referral | null> {
  const member = openid === null ? null : await transaction.get('members', openid);
  const account = member === null ? null : await transaction.get('accounts', member.accountId);
  if (referral.review !== 'approved' || referral.gift === 'given' || member === null || account === null) return referral;
  const { offsetMinutes, tiers } = programme;
  const today = dayOf(at, offsetMinutes);
  const receiver = { memberId: member.memberId, accountId: account._id, at, today };
  const gift = await giveGift(transaction, prepared, programme.referral, receiver);
  if (!gift.ok) return null;
  const settled = settleAccount(account, today, tiers);
  const draft = { kind: 'gift', source: inviteeGiftSource, day: today, points: gift.value.points, note: { gift: 'invited' } } as const;
  await post(transaction, account, carry(settled, credit(settled.posting, draft), today, tiers), at);
  return { ...referral, gift: 'given' };
}
