import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { linkMade, linkStanding, linkTitle, type ShortLink } from '@shared/referral/shortLink';
import { makeShortLink } from '../../adapters/makeShortLink';
import type { Caller } from '../../adapters/serve';
import { transact } from '../../adapters/transact';
import { findMember } from '../member/findMember';
import { loadProgramme } from '../store/loadProgramme';
import { findInviter } from './findInviter';
import { invitationPage } from './invitationPage';

type LinkOutcome = Outcome<ShortLink, 'member.unknown' | 'referral.off' | 'referral.noLink' | 'busy.tryAgain'>;

/**
 * The caller's own short link: made by the platform once, kept with their invitation, and made anew when it has lapsed or soon will. One
 * that still opens serves when the platform makes no other.
 */
export async function link(caller: Caller): Promise<LinkOutcome> {
  const [member, programme] = await Promise.all([findMember(caller), loadProgramme(caller.now)]);
  if (!member.ok) return member;
  if (!programme.referral.on) return refuse('referral.off');
  const inviter = await findInviter(caller, member.value);
  const kept = inviter.link;
  const standing = linkStanding(kept, caller.now);
  if (kept !== undefined && standing === 'long') return accept(kept);
  const url = await makeShortLink(`${invitationPage}?scene=${inviter.invitationId}&way=link`, linkTitle);
  if (url !== null) return keep(inviter._id, linkMade(url, caller.now), caller.now);
  return kept !== undefined && standing === 'soon' ? accept(kept) : refuse('referral.noLink');
}

/** Keeps a link that was just made; another phone's that came first stays. */
async function keep(inviterId: string, made: ShortLink, now: number): Promise<Outcome<ShortLink, 'member.unknown' | 'busy.tryAgain'>> {
  return transact(async (transaction): Promise<Outcome<ShortLink, 'member.unknown'>> => {
    const inviter = await transaction.get('inviters', inviterId);
    if (inviter === null) return refuse('member.unknown');
    if (inviter.link !== undefined && linkStanding(inviter.link, now) === 'long') return accept(inviter.link);
    await transaction.put('inviters', { ...inviter, link: made });
    return accept(made);
  });
}
