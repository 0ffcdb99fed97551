import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { dayOf } from '@shared/kernel/time';
import { admitPicture } from '@shared/member/avatar/admitPicture';
import { avatarOf, takeChoice } from '@shared/member/avatar/memberAvatar';
import { avatarPathOf, digestOf, isUploadOf, uploadFolderOf } from '@shared/member/avatar/paths';
import type { Avatar } from '@shared/member/avatar/types';
import type { Profile } from '@shared/member/contract';
import type { Member } from '@shared/member/types';
import { get } from '../../../adapters/database';
import { deleteFile, fetchFile, storePicture } from '../../../adapters/files';
import { masterKey } from '../../../adapters/masterKey';
import { beforeWriting } from '../../../adapters/onlyRepeats';
import type { Caller } from '../../../adapters/serve';
import { transact } from '../../../adapters/transact';
import { findMember } from '../findMember';
import { profile } from '../profile';
import { loadProgramme } from '../../store/loadProgramme';
import { end } from './applyAvatar';
import { askCheck } from './askCheck';
import { deletePictures } from './deletePictures';

type ChoiceRefusal = 'member.unknown' | 'avatar.missing' | 'avatar.kind' | 'avatar.size' | 'avatar.dayLimit' | 'key.reused';

/** The command asks at once; should it be killed before that, the job does. */
const askedByJobAfterMs = 2 * 60_000;

/**
 * Takes the picture that the caller has just uploaded, under this tap's key into their own folder, as their latest choice. What is kept
 * is a copy of the bytes that were looked at, at a place that follows from them: the upload, which its owner may write again, is
 * deleted. Until the check's verdict nobody but the caller sees it.
 */
export async function chooseAvatar(
  caller: Caller,
  { key, fileId }: { key: string; fileId: string },
): Promise<Outcome<Profile, ChoiceRefusal | 'busy.tryAgain'>> {
  const found = await findMember(caller);
  if (!found.ok) return found;
  const member = found.value;
  const avatarId = `${member.memberId}:${key}`;
  const before = await get('avatars', avatarId);
  if (before !== null) return before.upload === fileId ? profile(caller) : refuse('key.reused');
  if (!isUploadOf(fileId, uploadFolderOf(masterKey(), member.memberId), key)) return refuse('avatar.missing');
  const bytes = await fetchFile(fileId);
  // A repeat that came while the first was under way finds the upload gone, and the picture there.
  if (bytes === null) return (await get('avatars', avatarId)) === null ? refuse('avatar.missing') : profile(caller);
  beforeWriting();
  const taken = await keep(caller, member, { avatarId, fileId, bytes });
  await deleteFile(fileId).catch(() => undefined);
  return taken.ok ? profile(caller) : taken;
}

interface Upload {
  readonly avatarId: string;
  readonly fileId: string;
  readonly bytes: Buffer;
}

async function keep(
  { now, openid }: Caller,
  { memberId }: Member,
  { avatarId, fileId, bytes }: Upload,
): Promise<Outcome<null, ChoiceRefusal | 'busy.tryAgain'>> {
  const admitted = admitPicture(bytes);
  if (!admitted.ok) return admitted;
  const digest = digestOf(bytes);
  const stored = await storePicture(avatarPathOf(masterKey(), avatarId, digest, admitted.value.kind), bytes);
  const fresh = { state: 'asking', at: now, tries: 0, dueAt: now + askedByJobAfterMs, reviewAt: 0, suggest: null, decided: null } as const;
  const picture: Avatar = { _id: avatarId, memberId, openid, upload: fileId, fileId: stored, digest, ...fresh };
  const outcome = await take(picture, now);
  if (!outcome.ok) {
    // Busy, it will come again under the same key, and a twin of this call may have written it down already.
    if (outcome.refusal.code !== 'busy.tryAgain') await deleteFile(stored).catch(() => undefined);
    return outcome;
  }
  await deletePictures(outcome.value.over, now);
  if (outcome.value.isNew) await askCheck(picture, now);
  return accept(null);
}

/** Writes the picture as the latest choice; what was the latest before and never shown is replaced by it. */
async function take(
  picture: Avatar,
  now: number,
): Promise<Outcome<{ readonly over: readonly Avatar[]; readonly isNew: boolean }, ChoiceRefusal | 'busy.tryAgain'>> {
  const today = dayOf(now, (await loadProgramme(now)).offsetMinutes);
  return transact(async (transaction): Promise<Outcome<{ over: readonly Avatar[]; isNew: boolean }, ChoiceRefusal>> => {
    const member = await transaction.get('members', picture.openid);
    if (member === null || member.leavingAt != null) return refuse('member.unknown');
    const before = await transaction.get('avatars', picture._id);
    if (before !== null) return before.digest === picture.digest ? accept({ over: [], isNew: false }) : refuse('key.reused');
    const had = avatarOf(member);
    const taken = takeChoice(had, { id: picture._id, fileId: picture.fileId ?? '' }, today);
    if (!taken.ok) return taken;
    const over = had.latest === null ? [] : await end(transaction, had.latest.id, now);
    await transaction.add('avatars', [picture]);
    await transaction.put('members', { ...member, avatar: taken.value });
    return accept({ over, isNew: true });
  });
}
