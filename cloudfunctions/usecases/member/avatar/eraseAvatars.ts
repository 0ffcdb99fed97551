import { accept } from '@shared/kernel/refusal';
import { find } from '../../../adapters/database';
import { deleteFile } from '../../../adapters/files';
import { transact } from '../../../adapters/transact';

const pageRows = 50;

/** Erases a member's pictures, files first: a run that is killed finds what is left. */
export async function eraseAvatars(memberId: string): Promise<void> {
  for (;;) {
    const pictures = await find('avatars', { memberId }, { limit: pageRows });
    if (pictures.length === 0) return;
    for (const { _id, fileId } of pictures) {
      if (fileId !== null) await deleteFile(fileId);
      const outcome = await transact(async (transaction) => {
        await transaction.remove('avatars', _id);
        return accept(null);
      });
      if (!outcome.ok) throw new Error(`avatars/${_id} could not be removed`);
    }
  }
}
