import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { dayOf } from '@shared/kernel/time';
import { redeem as redeemPoints } from '@shared/ledger/redeem';
import type { DonationReceipt } from '@shared/reward/contract';
import { carry, interact, settleAccount } from '@shared/tier/settleAccount';
import type { Caller } from '../../adapters/serve';
import { transact } from '../../adapters/transact';
import { accountOf } from '../ledger/accountOf';
import { post } from '../ledger/post';
import { findMember } from '../member/findMember';
import { loadProgramme } from '../store/loadProgramme';
import { loadCauses } from './loadCauses';

interface Gift {
  readonly key: string;
  readonly causeId: string;
  readonly points: number;
}

type DonateRefusal = 'member.unknown' | 'cause.unknown' | 'points.short' | 'key.reused' | 'busy.tryAgain';

/** Gives points to a cause. The same tap again is told what it gave; points given are gone for good, which the page says before. */
export async function donate(caller: Caller, gift: Gift): Promise<Outcome<DonationReceipt, DonateRefusal>> {
  const [member, programme, shelf] = await Promise.all([findMember(caller), loadProgramme(caller.now), loadCauses(caller.now)]);
  if (!member.ok) return member;
  const cause = shelf.causes.find((each) => each._id === gift.causeId && each.active);
  const { tiers, offsetMinutes } = programme;
  const { memberId } = member.value;
  const today = dayOf(caller.now, offsetMinutes);
  const _id = `${memberId}:${gift.key}`;
  return transact(async (transaction) => {
    const account = await accountOf(transaction, member.value);
    const before = await transaction.get('donations', _id);
    const settled = settleAccount(account, today, tiers);
    if (before !== null) {
      const same = before.causeId === gift.causeId && before.points === gift.points && before.memberId === memberId;
      return same ? accept({ points: gift.points, available: settled.posting.balance.available }) : refuse('key.reused');
    }
    if (cause?.amounts.includes(gift.points) !== true) return refuse('cause.unknown');
    const note = { rewardZh: cause.name.zh, rewardEn: cause.name.en, causeId: cause._id };
    const paid = redeemPoints(settled.posting, { source: gift.key, day: today, points: gift.points, note });
    if (!paid.ok) return paid;
    await transaction.add('donations', [{ _id, causeId: cause._id, memberId, points: gift.points, at: caller.now }]);
    const next = await post(transaction, account, interact(carry(settled, paid.value, today, tiers), 'open', today, tiers), caller.now);
    return accept({ points: gift.points, available: next.available });
  });
}
