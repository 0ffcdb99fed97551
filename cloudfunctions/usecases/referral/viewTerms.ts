import type { ReferralTerms } from '@shared/referral/contract';
import { purchaseDays, touchDays } from '@shared/referral/policy';
import type { Programme } from '@shared/store/programme';
import { loadCoupons } from '../voucher/loadCoupons';

/** The terms as they are stated before anybody passes an invitation on. */
export async function viewTerms({ referral }: Programme, now: number): Promise<ReferralTerms> {
  const { inviteeCoupon, inviteePoints, inviterPoints, steps, perMonthMax, needsPhone } = referral;
  const coupon = inviteeCoupon === null ? undefined : (await loadCoupons(now)).get(inviteeCoupon);
  const gift =
    coupon?.active === true ? ({ kind: 'coupon', name: coupon.name } as const) : ({ kind: 'points', points: inviteePoints } as const);
  return { gift, inviterPoints, steps, perMonthMax, touchDays, purchaseDays, needsPhone };
}
