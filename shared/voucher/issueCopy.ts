import type { Day } from '../kernel/time';
import { withStep } from './legalSteps';
import type { Coupon, Voucher } from './types';
import { validSpan } from './validSpan';

/** To whom a voucher is issued, why and when. */
export interface IssueTo {
  readonly memberId: string;
  readonly accountId: string;
  /** `<source kind>:<id>`, such as `claim:<key>`, `checkin:<day>`. */
  readonly source: string;
  readonly code: string;
  readonly at: number;
  readonly today: Day;
}

/** A copy that nobody has: a numbered unit as it lies in the database, or one made for the occasion. */
export function freeCopy(id: string, couponId: string, n?: number): Voucher {
  return { _id: id, couponId, state: 'free', steps: [], ...(n === undefined ? {} : { n }) };
}

/** Issues a free copy: it gets an owner, a code and its days. */
export function issueCopy(free: Voucher, coupon: Coupon, to: IssueTo): Voucher {
  const { memberId, accountId, source, code, at, today } = to;
  const issued = withStep(free, 'issue', { at, by: source });
  return { ...issued, memberId, accountId, code, issuedAt: at, source, ...validSpan(coupon.validity, today) };
}
