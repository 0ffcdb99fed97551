import { accept, refuse } from '@shared/kernel/refusal';
import { inviteeHash } from '@shared/referral/touch';
import { get } from '../../adapters/database';
import { masterKey } from '../../adapters/masterKey';
import type { Caller } from '../../adapters/serve';
import { transact } from '../../adapters/transact';
import { loadProgramme } from '../store/loadProgramme';
import { prepareIssue } from '../voucher/issue';
import { giveHeldGift } from './giveHeldGift';

/** Rounds of looking for a free unit of the voucher. */
const roundsMax = 4;

/** Somebody has given their phone number: an invited friend gets the gift that waited for it, unless a person has to look first. */
export async function giveWaitingGift(caller: Caller): Promise<void> {
  const hash = inviteeHash(masterKey(), caller.openid);
  const [waiting, programme] = await Promise.all([get('referrals', hash), loadProgramme(caller.now)]);
  const { on, inviteeCoupon } = programme.referral;
  if (waiting?.gift !== 'waiting' || !on) return;
  for (let round = 0; round < roundsMax; round += 1) {
    const prepared = inviteeCoupon === null ? null : await prepareIssue(inviteeCoupon, caller.now, caller.random);
    const outcome = await transact(async (transaction) => {
      const referral = await transaction.get('referrals', hash);
      if (referral?.gift !== 'waiting' || referral.review === 'waiting' || referral.state === 'refused') return accept(null);
      const given = await giveHeldGift(transaction, referral, { openid: caller.openid, prepared, programme, at: caller.now });
      if (given === null) return refuse('taken');
      await transaction.put('referrals', given);
      return accept(null);
    });
    if (outcome.ok) return;
  }
}
