import type { GroupFigures } from '@shared/store/groupContract';
import type { Group } from '@shared/store/group';
import { dayMs } from '@shared/kernel/time';
import { cached } from '../../adapters/cached';
import { countBy, find } from '../../adapters/database';

const groupsMax = 200;
const latelyMs = 30 * dayMs;

interface CountedGroup {
  readonly group: Group;
  readonly figures: GroupFigures;
}

const loadGroups = cached(() => find('groups', {}, { limit: groupsMax, order: [['_id', 'asc']] }), 1);
/** By the instant from which joinings count. */
const countSince = cached(async (since) => {
  const ids = (await find('groups', {}, { limit: groupsMax })).map(({ _id }) => _id);
  return ids.length === 0
    ? new Map<string, number>()
    : countBy('members', { 'source.group': { anyOf: ids }, joinedAt: { op: 'gte', value: Number(since) } }, 'source.group', groupsMax);
}, 2);

/** Every group by id, with how many members its entry code brought; at most 30 s old. */
export async function countGroups(now: number): Promise<readonly CountedGroup[]> {
  // The same instant for half a minute, so that what was counted is found again.
  const lately = now - latelyMs - (now % 30_000);
  const [groups, all, late] = await Promise.all([loadGroups('all', now), countSince('0', now), countSince(String(lately), now)]);
  return groups.map((group) => {
    const { _id: id, name } = group;
    return { group, figures: { id, name, joined: all.get(id) ?? 0, joinedLately: late.get(id) ?? 0 } };
  });
}
