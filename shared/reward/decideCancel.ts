import { accept, refuse, type Outcome } from '../kernel/refusal';
import { addDays, dayOf, type Day } from '../kernel/time';
import type { Unit } from './types';

/** A redemption can be cancelled before hand-over within so many days, the last one included. */
const cancelDays = 30;

/** The last day on which a redemption of that instant can be cancelled. */
export function cancelUntil(redeemedAt: number, offsetMinutes: number): Day {
  return addDays(dayOf(redeemedAt, offsetMinutes), cancelDays);
}

export type CancelRefusal = 'cancel.unknown' | 'cancel.left' | 'cancel.handedOver' | 'cancel.tooLate';

/** Whether a member may give a redeemed unit back: gives the unit as it is free again. Another's redemption is unknown to them. */
export function decideCancel(
  unit: Unit | null,
  by: { readonly redemptionId: string; readonly memberId: string; readonly now: number; readonly offsetMinutes: number },
): Outcome<Unit, CancelRefusal> {
  const redemption = unit?.redemption;
  if (unit === null || redemption?.id !== by.redemptionId || redemption.memberId !== by.memberId) return refuse('cancel.unknown');
  if (unit.state !== 'redeemed') return refuse('cancel.handedOver');
  if (cancelUntil(redemption.at, by.offsetMinutes) < dayOf(by.now, by.offsetMinutes)) return refuse('cancel.tooLate', { days: cancelDays });
  return accept({ _id: unit._id, rewardId: unit.rewardId, n: unit.n, state: 'free' });
}
