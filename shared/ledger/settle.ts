import type { Day } from '../kernel/time';
import { arrive } from './credit';
import { isGrace, lapseDay } from './lots';
import { applyMove, draftOf, type Posting } from './posting';
import type { Lot, PendingBucket } from './types';

/**
 * Brings a balance up to a day: pending points whose day has come are released (paying debt first), lots past their end lapse,
 * in the order of the days on which that happened, releases before lapses of the same day. Pure, and nothing when nothing is due;
 * run before every read (shown) and every write (posted).
 */
export function settle(posting: Posting, today: Day): Posting {
  let settled = posting;
  while (settled.balance.nextDueOn !== null && settled.balance.nextDueOn <= today) {
    settled = settleDay(settled, settled.balance.nextDueOn);
  }
  return settled;
}

function settleDay(posting: Posting, day: Day): Posting {
  const due = posting.balance.buckets.find((bucket) => bucket.releaseOn === day);
  if (due !== undefined) return release(posting, due, due.releaseOn, due.points);
  const ended = posting.balance.lots.find((lot) => lapseDay(lot.endsOn) === day);
  if (ended === undefined) throw new Error(`Nothing is due on ${day}`);
  return lapse(posting, ended, day);
}

/** Turns `points` of a bucket into available ones. `source` is the release day, or the purchase that came after it. */
export function release(posting: Posting, bucket: PendingBucket, source: string, points: number): Posting {
  const arrived = arrive(posting.balance, bucket.month, points);
  const buckets = posting.balance.buckets.flatMap((each) => {
    const left = each.releaseOn === bucket.releaseOn ? each.points - points : each.points;
    return left === 0 ? [] : [{ ...each, points: left }];
  });
  return applyMove(posting, {
    balance: { lots: arrived.lots, buckets },
    draft: { ...draftOf('release', source, bucket.releaseOn, {}), ...arrived.deltas, pendingDelta: -points, releaseOn: bucket.releaseOn },
  });
}

function lapse(posting: Posting, lot: Lot, day: Day): Posting {
  return applyMove(posting, {
    balance: { lots: posting.balance.lots.filter((each) => each.id !== lot.id), buckets: posting.balance.buckets },
    draft: {
      ...draftOf('expiry', lot.id, day, isGrace(lot.id) ? {} : { month: lot.id }),
      availableDelta: -lot.points,
      lots: [{ lot: lot.id, endsOn: lot.endsOn, points: -lot.points }],
    },
  });
}
