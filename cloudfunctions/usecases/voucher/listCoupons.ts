import { accept, type Outcome } from '@shared/kernel/refusal';
import { stands } from '@shared/voucher/claims';
import { offeredCoupon } from '@shared/voucher/offeredCoupon';
import type { OfferedCoupon } from '@shared/voucher/contract';
import { find } from '../../adapters/database';
import type { Caller } from '../../adapters/serve';
import { findMember } from '../member/findMember';
import { loadUnitsLeft } from './loadCoupons';
import { loadWallet } from './loadWallet';

/** Most of a member's claims that are looked through. */
const claimsMax = 1000;

/** What can be claimed on the page: how many are left, how many the caller has had, or why not. Those to be had come first. */
export async function listCoupons(caller: Caller): Promise<Outcome<{ readonly coupons: readonly OfferedCoupon[] }, 'member.unknown'>> {
  const member = await findMember(caller);
  if (!member.ok) return member;
  const { memberId } = member.value;
  const [{ coupons, mall, today }, left, claims] = await Promise.all([
    loadWallet(caller),
    loadUnitsLeft(caller.now),
    find('claims', { memberId }, { limit: claimsMax }),
  ]);
  const claimed = (couponId: string): number => claims.filter((claim) => claim.couponId === couponId && stands(claim)).length;
  const offered = [...coupons.values()]
    .filter((coupon) => coupon.claim === 'page' && coupon.points === null)
    .flatMap((coupon) => offeredCoupon(coupon, mall.shops, today, { left: left.get(coupon._id) ?? 0, claimed: claimed(coupon._id) }) ?? []);
  const rank = (coupon: OfferedCoupon): number => (coupon.whyNot === null ? 0 : 1);
  return accept({ coupons: offered.sort((a, b) => rank(a) - rank(b) || (a.terms.couponId < b.terms.couponId ? -1 : 1)) });
}
