import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import type { Member } from '@shared/member/types';
import { get } from '../../adapters/database';
import type { Caller } from '../../adapters/serve';

/** The caller's own personal facts, by the platform's identity. Somebody who is leaving is no member: nothing is earned or used. */
export async function findMember(caller: Caller): Promise<Outcome<Member, 'member.unknown'>> {
  const member = await get('members', caller.openid);
  return member === null || member.leavingAt != null ? refuse('member.unknown') : accept(member);
}
