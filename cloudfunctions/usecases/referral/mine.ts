import { accept, type Outcome } from '@shared/kernel/refusal';
import { dayOf, monthOf } from '@shared/kernel/time';
import type { InvitationView } from '@shared/referral/contract';
import type { Referral } from '@shared/referral/types';
import { viewFriend } from '@shared/referral/view';
import { find } from '../../adapters/database';
import { pageThrough } from '../../adapters/pageThrough';
import type { Caller } from '../../adapters/serve';
import { findMember } from '../member/findMember';
import { loadProgramme } from '../store/loadProgramme';
import { findInviter } from './findInviter';
import { viewTerms } from './viewTerms';

const pageRows = 20;

/** My invitation, its terms, and what became of each friend, the latest opening first. */
export async function mine(
  caller: Caller,
  input: { cursor?: string | undefined },
): Promise<Outcome<InvitationView, 'member.unknown' | 'busy.tryAgain'>> {
  const [member, programme] = await Promise.all([findMember(caller), loadProgramme(caller.now)]);
  if (!member.ok) return member;
  const inviter = await findInviter(caller, member.value);
  const [terms, page] = await Promise.all([viewTerms(programme, caller.now), friendsOf(inviter._id, input.cursor)]);
  const names = await nicknames(page.rows);
  const { offsetMinutes } = programme;
  const { month } = inviter;
  return accept({
    invitationId: inviter.invitationId,
    on: programme.referral.on,
    terms,
    rewardedThisMonth: month.month === monthOf(dayOf(caller.now, offsetMinutes)) ? month.rewarded : 0,
    rewarded: inviter.rewarded,
    friends: page.rows.map((referral) => viewFriend(referral, names.get(referral.inviteeId ?? '') ?? null, caller.now)),
    next: page.next,
    offsetMinutes,
  });
}

function friendsOf(
  inviterId: string,
  cursor: string | undefined,
): Promise<{ readonly rows: readonly Referral[]; readonly next: string | null }> {
  return pageThrough(
    {
      collection: 'referrals',
      filter: { inviterId },
      field: 'openedAt',
      valueOf: (referral) => referral.openedAt,
      direction: 'desc',
      from: Number.MAX_SAFE_INTEGER,
      rows: pageRows,
    },
    cursor,
  );
}

/** Nicknames of those who joined by the invitation; nobody else's are looked up. */
async function nicknames(referrals: readonly Referral[]): Promise<ReadonlyMap<string, string>> {
  const ids = referrals.flatMap(({ inviteeId, joinedAt }) => (inviteeId === null || joinedAt === null ? [] : [inviteeId]));
  const members = ids.length === 0 ? [] : await find('members', { memberId: { anyOf: ids } }, { limit: ids.length });
  return new Map(members.map(({ memberId, nickname }) => [memberId, nickname]));
}
