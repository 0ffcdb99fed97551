import { avatarOf, viewOwn } from '@shared/member/avatar/memberAvatar';
import type { AvatarView } from '@shared/member/avatar/types';
import type { Member } from '@shared/member/types';
import { linksTo } from '../../../adapters/linksTo';

/** A member's picture as its owner sees it: the latest choice with what became of it. */
export async function viewAvatar(member: Pick<Member, 'avatar'>): Promise<AvatarView> {
  const { state, fileId } = viewOwn(avatarOf(member));
  const url = fileId === null ? null : ((await linksTo([fileId])).get(fileId) ?? null);
  return { state, url };
}
