import type { GroupFigures } from '@shared/store/groupContract';
import { accept, type Outcome } from '@shared/kernel/refusal';
import type { Caller } from '../../adapters/serve';
import { countGroups } from './countGroups';

/** What each group has brought, those given up included. */
export async function groupFigures({ now }: Caller): Promise<Outcome<{ readonly groups: readonly GroupFigures[] }>> {
  return accept({ groups: (await countGroups(now)).map(({ figures }) => figures) });
}
