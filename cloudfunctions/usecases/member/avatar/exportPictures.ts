import { avatarOf } from '@shared/member/avatar/memberAvatar';
import type { Member } from '@shared/member/types';
import { fetchFile } from '../../../adapters/files';

/** A member's pictures themselves, as data addresses: what everybody sees, and the latest choice. */
export async function exportPictures(member: Member): Promise<Readonly<Record<'shown' | 'latest', string | null>>> {
  const { shown, latest } = avatarOf(member);
  const [of, its] = await Promise.all([dataAddress(shown?.fileId ?? null), dataAddress(latest?.fileId ?? null)]);
  return { shown: of, latest: its };
}

async function dataAddress(fileId: string | null): Promise<string | null> {
  const content = fileId === null ? null : await fetchFile(fileId);
  if (content === null || fileId === null) return null;
  const kind = fileId.endsWith('.png') ? 'png' : 'jpeg';
  return `data:image/${kind};base64,${content.toString('base64')}`;
}
