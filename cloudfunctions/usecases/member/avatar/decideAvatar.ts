import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { decideAvatar as decide } from '@shared/member/avatar/judgeAvatar';
import type { Avatar } from '@shared/member/avatar/types';
import { transact } from '../../../adapters/transact';
import type { StaffCaller } from '../../store/admitStaff';
import { applyAvatar } from './applyAvatar';
import { deletePictures } from './deletePictures';

interface Decision {
  readonly avatarId: string;
  readonly approve: boolean;
  readonly reason: string;
}

/** An operator decides about a picture that waits: who, on what device, when and why stands on it. */
export async function decideAvatar(
  { staff, device, now }: StaffCaller,
  { avatarId, approve, reason }: Decision,
): Promise<Outcome<{ readonly avatarId: string; readonly approved: boolean }, 'avatar.unknown' | 'avatar.decided' | 'busy.tryAgain'>> {
  const outcome = await transact(async (transaction): Promise<Outcome<readonly Avatar[], 'avatar.unknown' | 'avatar.decided'>> => {
    const picture = await transaction.get('avatars', avatarId);
    if (picture === null) return refuse('avatar.unknown');
    const decided = decide(picture, { approved: approve, reason, staffId: staff.staffId, device, at: now });
    return decided.ok ? accept(await applyAvatar(transaction, picture, decided.value, now)) : decided;
  });
  if (!outcome.ok) return outcome;
  await deletePictures(outcome.value, now);
  return accept({ avatarId, approved: approve });
}
