import type { CheckinView, GivenView } from '@shared/checkin/contract';
import type { MakeUpSetting } from '@shared/checkin/decideMakeUp';
import type { GivenReward } from '@shared/checkin/types';
import { viewCheckin } from '@shared/checkin/view';
import { dayOf, type Day } from '@shared/kernel/time';
import type { Account } from '@shared/ledger/types';
import { checkinOf } from '@shared/member/family';
import type { Member } from '@shared/member/types';
import type { Programme } from '@shared/store/programme';
import { tierRow } from '@shared/tier/move';
import type { TierId } from '@shared/tier/types';
import { loadCoupons } from '../voucher/loadCoupons';

interface Whose {
  readonly member: Pick<Member, 'memberId' | 'joinedAt'>;
  readonly programme: Programme;
  readonly today: Day;
}

/** What of a member decides about make-ups. */
export function makeUpSetting(tier: TierId, { member, programme, today }: Whose): MakeUpSetting {
  const joinedOn = dayOf(member.joinedAt, programme.offsetMinutes);
  return { today, joinedOn, tierCards: tierRow(programme.tiers, tier).makeUpCards };
}

/** What a receipt of check-in tells of the account as it was left. */
export function checkinNow(
  account: Account,
  whose: Whose,
): { readonly checkin: CheckinView; readonly available: number; readonly debt: number } {
  const { available, debt } = account;
  return {
    checkin: viewCheckin(checkinOf(account, whose.member.memberId), whose.programme, makeUpSetting(account.tier, whose), available),
    available,
    debt,
  };
}

/** A reward as it was given, with the voucher's name. */
export async function nameGiven({ points, chances, voucherId }: GivenReward, now: number): Promise<GivenView> {
  const couponId = voucherId?.split(/[#:]/)[0];
  const voucher = couponId === undefined ? null : ((await loadCoupons(now)).get(couponId)?.name ?? null);
  return { points, chances, voucher };
}
