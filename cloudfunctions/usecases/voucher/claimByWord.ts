import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { clockOf } from '@shared/kernel/time';
import type { ClaimReceipt } from '@shared/voucher/contract';
import type { Caller } from '../../adapters/serve';
import { findMember } from '../member/findMember';
import { countTry } from '../purchase/countTry';
import { loadProgramme } from '../store/loadProgramme';
import { claimCoupon, earlierClaim, type ClaimRefusal } from './claim';
import { loadCoupons } from './loadCoupons';
import { loadWallet } from './loadWallet';

/**
 * Claims the coupon that a word stands for. A wrong word counts; the fifth in ten minutes locks the member out for ten, right words
 * included, so that words cannot be found by trying.
 */
export async function claimByWord(
  caller: Caller,
  input: { key: string; word: string },
): Promise<Outcome<ClaimReceipt, 'member.unknown' | ClaimRefusal | 'voucher.wrongWord' | 'code.locked'>> {
  const member = await findMember(caller);
  if (!member.ok) return member;
  const { memberId } = member.value;
  const word = input.word.replace(/\s/g, '').toUpperCase();
  const earlier = await earlierClaim(member.value, input.key, (claim) => claim.word === word);
  if (earlier !== null) return earlier.ok ? accept({ voucher: (await loadWallet(caller)).view(earlier.value) }) : earlier;
  const [coupons, { offsetMinutes }] = await Promise.all([loadCoupons(caller.now), loadProgramme(caller.now)]);
  const coupon = [...coupons.values()].find((each) => each.claim === 'code' && each.code === word);
  const locked = await countTry({ memberId }, coupon !== undefined, caller.now);
  if (!locked.ok) return locked;
  if (locked.value !== null) return refuse('code.locked', { until: clockOf(locked.value, offsetMinutes) });
  if (coupon === undefined) return refuse('voucher.wrongWord');
  return claimCoupon(caller, member.value, { key: input.key, couponId: coupon._id, word }, true);
}
