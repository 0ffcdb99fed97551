import { noteDeleted } from '@shared/member/avatar/judgeAvatar';
import type { Avatar } from '@shared/member/avatar/types';
import { change } from '../../../adapters/database';
import { deleteFile } from '../../../adapters/files';

/** Deletes the files of pictures that are over. What fails here stays due, and the job does it. */
export async function deletePictures(pictures: readonly Avatar[], now: number): Promise<void> {
  for (const picture of pictures) {
    const { _id, fileId } = picture;
    if (fileId === null) continue;
    try {
      await deleteFile(fileId);
      const { fileId: none, dueAt } = noteDeleted(picture, now);
      await change('avatars', { _id, fileId }, { fileId: none, dueAt });
    } catch (error) {
      console.error(JSON.stringify({ level: 'fault', act: 'avatar.delete', avatarId: _id, message: String(error).slice(0, 200) }));
    }
  }
}
