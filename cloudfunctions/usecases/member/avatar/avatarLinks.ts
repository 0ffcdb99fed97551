import { shownFileOf } from '@shared/member/avatar/memberAvatar';
import type { Member } from '@shared/member/types';
import { linksTo } from '../../../adapters/linksTo';

/** Links to the pictures of members that everybody may see, by member: one question for all of them, none when nobody has one. */
export async function avatarLinks(members: readonly Pick<Member, 'memberId' | 'avatar'>[]): Promise<ReadonlyMap<string, string>> {
  const files = members.flatMap((member) => {
    const fileId = shownFileOf(member);
    return fileId === null ? [] : [{ memberId: member.memberId, fileId }];
  });
  if (files.length === 0) return new Map();
  const links = await linksTo(files.map(({ fileId }) => fileId));
  return new Map(
    files.flatMap(({ memberId, fileId }) => [links.get(fileId)].flatMap((url) => (url === undefined ? [] : [[memberId, url]]))),
  );
}
