import { accept, refuse, type Outcome } from '../kernel/refusal';
import { undoMs } from '../purchase/undo';
import { isLive } from './booking/decideBooking';
import { judgeArrival, type ArrivalRefusal } from './booking/judgeArrival';
import { judgeUse, type UseRefusal, type UseSituation } from './judgeUse';
import { bringBack, redeemVoucher } from './redeemVoucher';
import type { Benefit, Coupon, Voucher } from './types';

/** Who redeems, on what device, by which tap. */
export interface CounterTap {
  readonly staffId: string;
  readonly device: string;
  readonly key: string;
}

/** Whether a benefit is handed over by itself, or only together with a purchase. */
export function isForCounter(benefit: Benefit): boolean {
  return benefit.kind === 'goods' || benefit.kind === 'experience';
}

/**
 * Whether a voucher can be used at this counter now: in itself, and in time for what was booked. A booked voucher's days are held against
 * the session's own: who comes to one around midnight may be early or late by a day.
 */
export function judgeVisit(
  voucher: Voucher | null,
  coupon: Coupon | undefined,
  here: UseSituation,
): Outcome<Voucher, UseRefusal | ArrivalRefusal> {
  const booking = voucher?.booking;
  const booked = coupon !== undefined && isLive(booking, coupon, here.at);
  const judged = judgeUse(voucher, coupon, booked ? { ...here, at: booking.startsAt } : here);
  return judged.ok && coupon !== undefined ? judgeArrival(judged.value, coupon, here) : judged;
}

/**
 * Redeems a goods or experience voucher by itself, without a purchase; its listed value is what it was worth. The same tap again is
 * told what it did (`repeat`); anybody else is told when and where it was used.
 */
export function decideCounterUse(
  voucher: Voucher | null,
  coupon: Coupon | undefined,
  here: UseSituation,
  tap: CounterTap,
): Outcome<{ readonly voucher: Voucher; readonly repeat: boolean }, UseRefusal | ArrivalRefusal | 'voucher.atTill'> {
  if (voucher !== null && useBy(voucher, tap) !== undefined) return accept({ voucher, repeat: true });
  const judged = judgeVisit(voucher, coupon, here);
  if (!judged.ok) return judged;
  const benefit = coupon?.benefit;
  if (benefit === undefined || !('listedValueFen' in benefit)) return refuse('voucher.atTill');
  const { staffId, device, key } = tap;
  const { listedValueFen: discountFen } = benefit;
  const redeemed = redeemVoucher(judged.value, { at: here.at, shopId: here.shopId, staffId, device, purchaseId: null, discountFen, key });
  return accept({ voucher: redeemed, repeat: false });
}

/** When a tap redeemed a voucher, even if that was taken back since; undefined: it never did. */
export function useBy({ steps }: Voucher, tap: Pick<CounterTap, 'staffId' | 'key'>): number | undefined {
  return steps.find((step) => step.state === 'redeemed' && step.key === tap.key && step.by === tap.staffId)?.at;
}

/** Takes back a redemption at the counter: by the same staff member within five minutes. One that is not used any more stays so. */
export function undoCounterUse(
  voucher: Voucher,
  by: { readonly staffId: string; readonly key: string; readonly at: number },
): Outcome<Voucher, 'undo.otherStaff' | 'undo.tooLate' | 'voucher.atTill' | 'use.none'> {
  if (voucher.steps.some((step) => step.state === 'issued' && step.key === by.key && step.by === by.staffId)) return accept(voucher);
  const use = voucher.redeemed;
  if (use === undefined) return voucher.steps.at(-2)?.state === 'redeemed' ? accept(voucher) : refuse('use.none');
  if (use.purchaseId !== null) return refuse('voucher.atTill');
  if (use.staffId !== by.staffId) return refuse('undo.otherStaff');
  if (by.at > use.at + undoMs) return refuse('undo.tooLate', { minutes: undoMs / 60_000 });
  return accept(bringBack(voucher, { at: by.at, by: by.staffId, key: by.key, leastEndsOn: null }));
}
