import { accept, refuse, type Outcome } from '../kernel/refusal';
import type { Day } from '../kernel/time';
import { takeFromLots } from './lots';
import { applyMove, draftOf, type Draft, type Posting } from './posting';

export interface Redemption {
  readonly source: string;
  readonly day: Day;
  readonly points: number;
  readonly note: Draft['note'];
}

/** Takes points, the lot that lapses first before the others. Refuses when fewer are available; pending points do not count. */
export function redeem(posting: Posting, wanted: Redemption): Outcome<Posting, 'points.short'> {
  const { available, lots, buckets } = posting.balance;
  if (available < wanted.points) return refuse('points.short', { have: available, need: wanted.points });
  const taken = takeFromLots(lots, wanted.points);
  return accept(
    applyMove(posting, {
      balance: { lots: taken.lots, buckets },
      draft: {
        ...draftOf('redemption', wanted.source, wanted.day, wanted.note),
        availableDelta: -wanted.points,
        lots: taken.touched,
      },
    }),
  );
}
