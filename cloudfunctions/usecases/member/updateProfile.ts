import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { dayOf } from '@shared/kernel/time';
import type { Profile } from '@shared/member/contract';
import { decideProfile, type ProfileChange, type ProfileRefusal } from '@shared/member/decideProfile';
import type { Caller } from '../../adapters/serve';
import { transact } from '../../adapters/transact';
import { loadProgramme } from '../store/loadProgramme';
import { viewProfile } from './profile';

/** Changes the caller's own facts; sending the same change again changes nothing more. */
export async function updateProfile(
  caller: Caller,
  change: ProfileChange,
): Promise<Outcome<Profile, 'member.unknown' | ProfileRefusal | 'busy.tryAgain'>> {
  const { offsetMinutes } = await loadProgramme(caller.now);
  const today = dayOf(caller.now, offsetMinutes);
  return transact(async (transaction) => {
    const member = await transaction.get('members', caller.openid);
    if (member === null) return refuse('member.unknown');
    const decided = decideProfile(member, change, today, caller.now);
    if (!decided.ok) return decided;
    await transaction.put('members', decided.value);
    return accept(await viewProfile(decided.value, today));
  });
}
