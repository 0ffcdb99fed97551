import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { decideAppeal } from '@shared/referral/decideReview';
import { viewFriend, type FriendView } from '@shared/referral/view';
import type { Caller } from '../../adapters/serve';
import { transact } from '../../adapters/transact';
import { findMember } from '../member/findMember';
import { memberById } from './findInviter';
import { referralOf } from './referralOf';

type AppealRefusal =
  'member.unknown' | 'referral.unknownFriend' | 'referral.appealed' | 'referral.noAppeal' | 'key.reused' | 'busy.tryAgain';

/** The inviter asks once that somebody looks at a refused friend again. */
export async function appeal(
  caller: Caller,
  { key, friend, words }: { key: string; friend: string; words: string },
): Promise<Outcome<FriendView, AppealRefusal>> {
  const member = await findMember(caller);
  if (!member.ok) return member;
  const found = await referralOf(friend);
  if (found?.inviterId !== member.value.memberId) return refuse('referral.unknownFriend');
  const outcome = await transact(async (transaction) => {
    const referral = await transaction.get('referrals', found._id);
    if (referral === null) return refuse('referral.unknownFriend');
    const decided = decideAppeal(referral, { key, words, at: caller.now });
    if (decided.ok && decided.value !== referral) await transaction.put('referrals', decided.value);
    return decided;
  });
  if (!outcome.ok) return outcome;
  const { inviteeId } = outcome.value;
  const invited = inviteeId === null ? null : await memberById(inviteeId);
  return accept(viewFriend(outcome.value, invited?.nickname ?? null, caller.now));
}
