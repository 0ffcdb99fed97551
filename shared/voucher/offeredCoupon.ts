import type { Day } from '../kernel/time';
import type { Shop } from '../store/types';
import type { OfferedCoupon } from './contract';
import type { Coupon } from './types';
import { viewTerms } from './view';

/** A coupon as the page of coupons shows it to one member; null where it is not given out any more. `left` counts free units. */
export function offeredCoupon(
  coupon: Coupon,
  shops: ReadonlyMap<string, Shop>,
  today: Day,
  facts: { readonly left: number; readonly claimed: number },
): OfferedCoupon | null {
  const { validity, totalMax, perMemberMax, active } = coupon;
  if (!active || (validity.kind === 'fixed' && validity.to < today)) return null;
  const left = totalMax === null ? null : facts.left;
  const whyNot = facts.claimed >= perMemberMax ? 'limit' : left === 0 ? 'gone' : null;
  return {
    terms: viewTerms(coupon, shops),
    left,
    endsOn: validity.kind === 'fixed' ? validity.to : null,
    days: validity.kind === 'relative' ? validity.days : null,
    claimed: facts.claimed,
    perMember: perMemberMax,
    whyNot,
  };
}
