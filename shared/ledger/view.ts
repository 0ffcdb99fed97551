import type { PointsView } from '../member/contract';
import type { Balance } from './types';

/** A settled balance as its owner sees it. `nextLapse.on` is the last day on which those points can be used. */
export function viewPoints(balance: Balance): PointsView {
  const bucket = balance.buckets[0];
  const lot = balance.lots[0];
  return {
    available: balance.available,
    pending: balance.pending,
    debt: balance.debt,
    nextRelease: bucket === undefined ? null : { on: bucket.releaseOn, points: bucket.points },
    nextLapse: lot === undefined ? null : { on: lot.endsOn, points: lot.points },
  };
}
