import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import type { Member } from '@shared/member/types';
import { get } from '../../adapters/database';
import { onlyRepeats } from '../../adapters/onlyRepeats';
import type { Caller } from '../../adapters/serve';

/**
 * The caller's own personal facts, by the platform's identity. Somebody who is leaving is no member: nothing is earned or used, and only
 * what was accepted before is told again.
 */
export async function findMember(caller: Caller): Promise<Outcome<Member, 'member.unknown'>> {
  const member = await get('members', caller.openid);
  if (member === null) return refuse('member.unknown');
  return member.leavingAt == null || onlyRepeats('member.unknown') ? accept(member) : refuse('member.unknown');
}
