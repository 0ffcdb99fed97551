import { monthOf, type Day } from '../kernel/time';
import { releaseDay } from './accrue';
import { lotEnd, takeFromLots } from './lots';
import { applyMove, draftOf, type Draft, type Posting } from './posting';

/** Points of a purchase to be taken back. `day` is the purchase's own day, `today` the day of the reversal. */
export interface Reversal {
  readonly source: string;
  readonly day: Day;
  /** The day on which the purchase arrived, when that is not its own day. */
  readonly arrivedOn?: Day;
  readonly today: Day;
  readonly points: number;
  readonly note: Draft['note'];
}

/**
 * Takes a purchase's points back: first its own pending ones; once released, from the lot of its month, then other lots,
 * earliest end first, and the rest becomes debt. If its lot has lapsed nothing more is taken. Expects a settled posting.
 * Of points that had been released the entry says which month they had counted for, so that score and race can fall.
 */
export function reverse(posting: Posting, reversal: Reversal): Posting {
  if (reversal.points === 0) return posting;
  const { balance } = posting;
  const month = monthOf(reversal.day);
  const releaseOn = releaseDay(reversal.day);
  const draft = draftOf('reversal', reversal.source, reversal.today, reversal.note);
  if (releaseOn > reversal.today) {
    const buckets = balance.buckets.flatMap((bucket) => {
      const left = bucket.releaseOn === releaseOn ? bucket.points - reversal.points : bucket.points;
      return left === 0 ? [] : [{ ...bucket, points: left }];
    });
    return applyMove(posting, { balance: { lots: balance.lots, buckets }, draft: { ...draft, pendingDelta: -reversal.points, releaseOn } });
  }
  if (lotEnd(month) < reversal.today) return posting;
  const taken = takeFromLots(balance.lots, reversal.points, month);
  return applyMove(posting, {
    balance: { lots: taken.lots, buckets: balance.buckets },
    draft: {
      ...draft,
      availableDelta: taken.missing - reversal.points,
      debtDelta: taken.missing,
      lots: taken.touched,
      counted: { month, since: laterOf(releaseOn, reversal.arrivedOn ?? reversal.day) },
    },
  });
}

function laterOf(a: Day, b: Day): Day {
  return a < b ? b : a;
}
