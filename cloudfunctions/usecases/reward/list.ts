import { accept, type Outcome } from '@shared/kernel/refusal';
import { dayOf } from '@shared/kernel/time';
import type { RewardList } from '@shared/reward/contract';
import { shopNamesOf } from '@shared/reward/view';
import { settleAccount } from '@shared/tier/settleAccount';
import { viewMallCoupon } from '@shared/voucher/viewMallCoupon';
import { get } from '../../adapters/database';
import type { Caller } from '../../adapters/serve';
import { findMember } from '../member/findMember';
import { loadProgramme } from '../store/loadProgramme';
import { loadCoupons, loadUnitsLeft } from '../voucher/loadCoupons';
import { loadLeft, loadMall, type Mall } from './loadMall';

/**
 * What the points mall offers, cheapest first: goods, packs, and vouchers of coupons with a price in points; and what the caller can
 * spend: nothing yet without a card, but anybody may look.
 */
export async function list(caller: Caller): Promise<Outcome<RewardList>> {
  const member = await findMember(caller);
  const [mall, programme, account] = await Promise.all([
    loadMall(caller.now),
    loadProgramme(caller.now),
    member.ok ? get('accounts', member.value.accountId) : null,
  ]);
  if (member.ok && account === null) throw new Error(`Member ${member.value.memberId} has no account`);
  const today = dayOf(caller.now, programme.offsetMinutes);
  const [rewards, coupons] = await Promise.all([viewRewards(mall, caller.now), viewCoupons(mall, caller.now, today)]);
  const available = account === null ? 0 : settleAccount(account, today, programme.tiers).posting.balance.available;
  return accept({ rewards: [...rewards, ...coupons].sort((a, b) => a.points - b.points || (a.id < b.id ? -1 : 1)), available });
}

async function viewRewards(mall: Mall, now: number): Promise<RewardList['rewards']> {
  const left = await loadLeft(now);
  return mall.rewards
    .filter((reward) => reward.active)
    .map((reward) => ({
      id: reward._id,
      name: reward.name,
      detail: reward.detail,
      kind: reward.kind,
      pack: reward.pack,
      points: reward.points,
      left: left.get(reward._id) ?? 0,
      shopNames: shopNamesOf(reward, mall.shops),
    }));
}

async function viewCoupons(mall: Mall, now: number, today: string): Promise<RewardList['rewards']> {
  const [coupons, left] = await Promise.all([loadCoupons(now), loadUnitsLeft(now)]);
  return [...coupons.values()].flatMap((coupon) => viewMallCoupon(coupon, mall.shops, today, left.get(coupon._id) ?? 0) ?? []);
}
