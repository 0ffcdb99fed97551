import type { GroupView } from '@shared/store/groupContract';
import type { Group } from '@shared/store/group';
import { accept, type Outcome } from '@shared/kernel/refusal';
import type { TillCaller } from './admitStaff';
import { countGroups } from './countGroups';

/** The groups that the caller's shop looks after, with their posts and figures. */
export async function listGroups(who: TillCaller): Promise<Outcome<{ readonly groups: readonly GroupView[] }>> {
  const own = (await countGroups(who.now)).filter(({ group }) => isOf(group, who.shop._id));
  return accept({ groups: own.map(({ group, figures }) => ({ ...figures, posts: group.posts })) });
}

/** Whether a shop's people may use a group's code and posts. */
export function isOf({ active, shopId }: Group, ownShopId: string): boolean {
  return active && (shopId === null || shopId === ownShopId);
}
