import type { Credit } from './credit';
import { takeFromLots } from './lots';
import { applyMove, draftOf, type Posting } from './posting';

/** Takes points away that were given at once: from the lot that lapses first on, and what is not there becomes debt. */
export function withdraw(posting: Posting, { kind, source, day, points, note }: Credit): Posting {
  if (points === 0) return posting;
  const { lots, buckets } = posting.balance;
  const taken = takeFromLots(lots, points);
  const draft = {
    ...draftOf(kind, source, day, note),
    availableDelta: taken.missing - points,
    debtDelta: taken.missing,
    lots: taken.touched,
  };
  return applyMove(posting, { balance: { lots: taken.lots, buckets }, draft });
}
