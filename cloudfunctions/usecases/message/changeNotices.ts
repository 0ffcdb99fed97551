import type { Member } from '@shared/member/types';
import { noticesOf, type Notices } from '@shared/message/notices';
import { change, get } from '../../adapters/database';

const triesMax = 5;

/**
 * Writes a member's notices over those that were read; false when somebody else has changed them meanwhile. A request that the network
 * repeated looks like that too, so what is there is looked at before it is believed.
 */
export async function changeNotices(member: Member, next: Omit<Notices, 'rev'>): Promise<Member | null> {
  const rev = noticesOf(member).rev;
  const notices: Notices = { ...next, rev: rev + 1 };
  const changed = await change('members', { _id: member._id, 'notices.rev': member.notices === undefined ? null : rev }, { notices });
  if (changed === 1) return { ...member, notices };
  const now = await get('members', member._id);
  const isOurs = now !== null && JSON.stringify(noticesOf(now).recent) === JSON.stringify(notices.recent) && noticesOf(now).rev === rev + 1;
  return isOurs ? now : null;
}

/** Changes a member's notices from whatever they are by then. Throws when they never stand still; nothing when the member is gone. */
export async function amendNotices(openid: string, amend: (notices: Notices) => Notices): Promise<Member | null> {
  for (let tries = 0; tries < triesMax; tries += 1) {
    const member = await get('members', openid);
    if (member === null) return null;
    const before = noticesOf(member);
    const after = amend(before);
    if (after === before) return member;
    const changed = await changeNotices(member, after);
    if (changed !== null) return changed;
  }
  throw new Error('The notices of a member never stood still');
}
