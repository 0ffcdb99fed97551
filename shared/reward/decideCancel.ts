import { accept, refuse, type Outcome } from '../kernel/refusal';
import { addDays, clockOf, dayOf, type Day } from '../kernel/time';
import { isLive } from '../voucher/booking/decideBooking';
import { closesAt } from '../voucher/booking/sessions';
import { boughtBy } from '../voucher/boughtBy';
import { settleGift } from '../voucher/gift';
import type { Coupon, Voucher } from '../voucher/types';
import { packLeft, type Pack } from './pack';
import type { Unit } from './types';

/** A redemption can be cancelled before hand-over within so many days, the last one included. */
const cancelDays = 30;

/** The last day on which a redemption of that instant can be cancelled. */
export function cancelUntil(redeemedAt: number, offsetMinutes: number): Day {
  return addDays(dayOf(redeemedAt, offsetMinutes), cancelDays);
}

export type CancelRefusal = 'cancel.unknown' | 'cancel.left' | 'cancel.handedOver' | 'cancel.booked' | 'cancel.lapsed' | 'cancel.tooLate';

/** Who wants to cancel which redemption, and when. */
export interface Cancelling {
  readonly redemptionId: string;
  readonly memberId: string;
  readonly now: number;
  readonly offsetMinutes: number;
}

/**
 * Whether a member may give a redeemed unit back: gives the unit as it is free again. Another's redemption is unknown to them. A service
 * pack that it stands for must have every use left and not be over.
 */
export function decideCancel(unit: Unit | null, pack: Pack | null, by: Cancelling): Outcome<Unit, CancelRefusal> {
  const redemption = unit?.redemption;
  if (unit === null || redemption?.id !== by.redemptionId || redemption.memberId !== by.memberId) return refuse('cancel.unknown');
  if (unit.state !== 'redeemed' || (pack !== null && packLeft(pack) < pack.uses)) return refuse('cancel.handedOver');
  const inTime = judgeTime(redemption.at, pack?.endsOn, by);
  return inTime.ok ? accept({ _id: unit._id, rewardId: unit.rewardId, n: unit.n, state: 'free' }) : inTime;
}

/**
 * Whether a member may give a voucher back that they bought with points: it is theirs, unused, on offer to nobody and can still be used.
 * A gift that nobody took in time is theirs again. From when the session it is booked for cannot be cancelled any more until that is
 * missed, it cannot be given back: its place would stay empty (`cancel.booked`).
 */
export function decideCancelVoucher(found: Voucher | null, coupon: Coupon | undefined, by: Cancelling): Outcome<Voucher, CancelRefusal> {
  if (found === null) return refuse('cancel.unknown');
  const voucher = settleGift(found, by.now);
  if (voucher.state === 'revoked') return refuse('cancel.lapsed');
  const own = voucher.memberId === by.memberId && boughtBy(voucher) === by.redemptionId;
  if (!own || voucher.state !== 'issued') return refuse('cancel.handedOver');
  const { booking } = voucher;
  const timetable = coupon?.sessions;
  if (coupon !== undefined && timetable !== undefined && isLive(booking, coupon, by.now) && by.now > closesAt(booking, timetable)) {
    return refuse('cancel.booked', { at: `${dayOf(booking.startsAt, by.offsetMinutes)} ${clockOf(booking.startsAt, by.offsetMinutes)}` });
  }
  const inTime = judgeTime(voucher.issuedAt ?? by.now, voucher.endsOn, by);
  return inTime.ok ? accept(voucher) : inTime;
}

function judgeTime(redeemedAt: number, endsOn: Day | undefined, { now, offsetMinutes }: Cancelling): Outcome<null, CancelRefusal> {
  const today = dayOf(now, offsetMinutes);
  if (endsOn !== undefined && endsOn < today) return refuse('cancel.lapsed');
  return cancelUntil(redeemedAt, offsetMinutes) < today ? refuse('cancel.tooLate', { days: cancelDays }) : accept(null);
}
