import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { avatarOf } from '@shared/member/avatar/memberAvatar';
import type { Avatar } from '@shared/member/avatar/types';
import type { Profile } from '@shared/member/contract';
import type { Caller } from '../../../adapters/serve';
import { transact } from '../../../adapters/transact';
import { profile } from '../profile';
import { end } from './applyAvatar';
import { deletePictures } from './deletePictures';

/** Takes the caller's picture away, the shown one and one on its way; without one nothing changes. */
export async function removeAvatar(caller: Caller): Promise<Outcome<Profile, 'member.unknown' | 'busy.tryAgain'>> {
  const outcome = await transact(async (transaction): Promise<Outcome<readonly Avatar[], 'member.unknown'>> => {
    const member = await transaction.get('members', caller.openid);
    if (member === null || member.leavingAt != null) return refuse('member.unknown');
    const had = avatarOf(member);
    const over: Avatar[] = [];
    for (const picture of [had.shown, had.latest])
      if (picture !== null) over.push(...(await end(transaction, picture.id, caller.now, 'removed')));
    if (had.shown !== null || had.latest !== null)
      await transaction.put('members', { ...member, avatar: { ...had, shown: null, latest: null } });
    return accept(over);
  });
  if (!outcome.ok) return outcome;
  await deletePictures(outcome.value, caller.now);
  return profile(caller);
}
