import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import type { Member } from '@shared/member/types';
import { get } from '../../adapters/database';
import type { Caller } from '../../adapters/serve';

/** The caller's own personal facts, by the platform's identity. */
export async function findMember(caller: Caller): Promise<Outcome<Member, 'member.unknown'>> {
  const member = await get('members', caller.openid);
  return member === null ? refuse('member.unknown') : accept(member);
}
