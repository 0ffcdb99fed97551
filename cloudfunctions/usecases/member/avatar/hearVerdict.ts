import { accept } from '@shared/kernel/refusal';
import { judge, noteFailed } from '@shared/member/avatar/judgeAvatar';
import type { VerdictEvent } from '@shared/member/avatar/readVerdict';
import type { Avatar, PictureVerdict } from '@shared/member/avatar/types';
import { transact } from '../../../adapters/transact';
import { applyAvatar } from './applyAvatar';
import { deletePictures } from './deletePictures';

/**
 * Takes one of the platform's verdicts: passed, the picture is shown; doubtful, a person has to look; risky, it goes and its member is
 * told. Each check is heard once, by its number, however often it is pushed. A number that we do not know (yet) is kept with what was
 * said: whoever notes it later finds it. A picture that was replaced keeps its verdict to itself.
 */
export async function hearVerdict({ traceId, verdict }: VerdictEvent, now: number): Promise<'heard' | 'busy'> {
  const outcome = await transact(async (transaction) => {
    const check = await transaction.get('pictureChecks', traceId);
    if (check !== null && check.verdict !== null) return accept([]);
    await transaction.put('pictureChecks', { _id: traceId, avatarId: check?.avatarId ?? null, at: check?.at ?? now, verdict });
    const picture = check?.avatarId == null ? null : await transaction.get('avatars', check.avatarId);
    return accept(picture === null ? [] : await applyAvatar(transaction, picture, heard(picture, verdict, now), now));
  });
  if (!outcome.ok) return 'busy';
  await deletePictures(outcome.value, now);
  return 'heard';
}

function heard(picture: Avatar, verdict: PictureVerdict, now: number): Avatar {
  if ('suggest' in verdict) return judge(picture, verdict.suggest, now);
  return picture.state === 'checking' ? noteFailed(picture, now, false) : picture;
}
