import { accept } from '@shared/kernel/refusal';
import { judge, noteAsked, noteFailed } from '@shared/member/avatar/judgeAvatar';
import type { Avatar } from '@shared/member/avatar/types';
import { checkPicture, type AskedCheck } from '../../../adapters/checkPicture';
import { linkTo } from '../../../adapters/files';
import { transact } from '../../../adapters/transact';
import { applyAvatar } from './applyAvatar';
import { deletePictures } from './deletePictures';

/**
 * Asks for a picture's check and notes its number. A verdict that came before the number was noted is applied now. When the platform
 * cannot be asked the picture stays as it is, seen by its member alone, until the job asks again; in the end a person looks. Never throws
 * for the platform's sake.
 */
export async function askCheck({ _id, openid, fileId }: Avatar, now: number): Promise<void> {
  const url = fileId === null ? null : await linkTo(fileId).catch(() => null);
  const asked: AskedCheck = url === null ? { traceId: null, hopeless: false } : await checkPicture(openid, url);
  const outcome = await transact(async (transaction) => {
    const picture = await transaction.get('avatars', _id);
    if (picture === null) return accept([]);
    const waits = picture.state === 'asking' || picture.state === 'checking';
    if (asked.traceId === null) {
      const failed = waits ? noteFailed({ ...picture, state: 'asking' }, now, asked.hopeless) : picture;
      return accept(await applyAvatar(transaction, picture, failed, now));
    }
    const check = await transaction.get('pictureChecks', asked.traceId);
    const verdict = check?.verdict ?? null;
    await transaction.put('pictureChecks', { _id: asked.traceId, avatarId: _id, at: check?.at ?? now, verdict });
    const noted = waits ? noteAsked(picture, now) : picture;
    const heard = verdict !== null && 'suggest' in verdict ? judge(noted, verdict.suggest, now) : noted;
    return accept(await applyAvatar(transaction, picture, heard, now));
  });
  if (outcome.ok) await deletePictures(outcome.value, now);
}
