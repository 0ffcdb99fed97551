import { racePlacesMax, type Racer } from '@shared/ledger/race';
import type { Month } from '@shared/kernel/time';
import { find } from '../../adapters/database';

/** The first hundred of a month: most points first, of equal points who had them first, then by id. */
export function topOfRace(month: Month): Promise<readonly Racer[]> {
  return find(
    'race',
    { month, points: { op: 'gt', value: 0 } },
    {
      limit: racePlacesMax,
      order: [
        ['points', 'desc'],
        ['since', 'asc'],
        ['_id', 'asc'],
      ],
    },
  );
}
