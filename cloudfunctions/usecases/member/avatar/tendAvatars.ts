import { accept } from '@shared/kernel/refusal';
import { askedMax, isOver, moveTo } from '@shared/member/avatar/judgeAvatar';
import type { Avatar } from '@shared/member/avatar/types';
import { dayMs } from '@shared/kernel/time';
import { find } from '../../../adapters/database';
import { transact } from '../../../adapters/transact';
import { pacer } from '../../store/pacer';
import { loadProgramme } from '../../store/loadProgramme';
import { applyAvatar } from './applyAvatar';
import { askCheck } from './askCheck';
import { deletePictures } from './deletePictures';

const operationsPerPicture = 8;
/** How long a check's verdict is remembered; the platform pushes within half an hour. */
const checkRememberedMs = 7 * dayMs;

/**
 * Looks after pictures that are due: asks again for checks that could not be asked for or have given no answer, gives up to a person,
 * deletes files that are over, forgets what is long past. Each can be done twice.
 */
export async function tendAvatars(
  now: number,
  clock: () => number,
  untilMs: number,
  batch: number,
): Promise<{ tended: number; forgotten: number; more: boolean }> {
  const programme = await loadProgramme(now);
  const pace = pacer({ operationsPerSecond: programme.jobOperationsPerSecond, clock, untilMs }, operationsPerPicture);
  const due = await find('avatars', { dueAt: { op: 'lte', value: now } }, { limit: batch, order: [['dueAt', 'asc']] });
  let tended = 0;
  for (const picture of due) {
    if (clock() >= untilMs) return { tended, forgotten: 0, more: true };
    await tend(picture, now);
    tended += 1;
    await pace();
  }
  const old = await find('pictureChecks', { at: { op: 'lte', value: now - checkRememberedMs } }, { limit: batch });
  for (const { _id } of old) await forget('pictureChecks', _id);
  return { tended, forgotten: old.length, more: due.length === batch || old.length === batch };
}

async function tend(picture: Avatar, now: number): Promise<void> {
  if (!isOver(picture)) await (picture.tries < askedMax ? askCheck(picture, now) : giveToPerson(picture, now));
  else if (picture.fileId !== null) await deletePictures([picture], now);
  else await forget('avatars', picture._id);
}

async function giveToPerson({ _id }: Avatar, now: number): Promise<void> {
  await transact(async (transaction) => {
    const picture = await transaction.get('avatars', _id);
    const waits = picture?.state === 'asking' || picture?.state === 'checking';
    return accept(waits ? await applyAvatar(transaction, picture, moveTo(picture, 'review', now), now) : []);
  });
}

async function forget(collection: 'avatars' | 'pictureChecks', id: string): Promise<void> {
  await transact(async (transaction) => {
    await transaction.remove(collection, id);
    return accept(null);
  });
}
