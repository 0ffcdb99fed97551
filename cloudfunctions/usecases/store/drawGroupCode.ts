import { groupSceneOf } from '@shared/store/groupScene';
import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { get } from '../../adapters/database';
import { drawMiniCode } from '../../adapters/drawMiniCode';
import type { TillCaller } from './admitStaff';
import { isOf } from './listGroups';

/** The page that an entry code opens. */
const page = 'pages/home/index';

/** The picture of a group's entry code. Whoever joins after scanning it is counted for the group. */
export async function drawGroupCode(
  who: TillCaller,
  { groupId }: { groupId: string },
): Promise<Outcome<{ readonly picture: string }, 'group.unknown' | 'group.noCode'>> {
  const group = await get('groups', groupId);
  if (group === null || !isOf(group, who.shop._id)) return refuse('group.unknown');
  const picture = await drawMiniCode(page, groupSceneOf(groupId));
  return picture === null ? refuse('group.noCode') : accept({ picture: `data:image/png;base64,${picture.toString('base64')}` });
}
