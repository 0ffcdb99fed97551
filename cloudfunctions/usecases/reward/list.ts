import { accept, type Outcome } from '@shared/kernel/refusal';
import { dayOf } from '@shared/kernel/time';
import type { RewardList } from '@shared/reward/contract';
import { shopNamesOf } from '@shared/reward/view';
import { settleAccount } from '@shared/tier/settleAccount';
import { get } from '../../adapters/database';
import type { Caller } from '../../adapters/serve';
import { findMember } from '../member/findMember';
import { loadProgramme } from '../store/loadProgramme';
import { loadLeft, loadMall } from './loadMall';

/** What the points mall offers, cheapest first, and what the caller can spend: nothing yet without a card, but anybody may look. */
export async function list(caller: Caller): Promise<Outcome<RewardList>> {
  const member = await findMember(caller);
  const [mall, left, programme, account] = await Promise.all([
    loadMall(caller.now),
    loadLeft(caller.now),
    loadProgramme(caller.now),
    member.ok ? get('accounts', member.value.accountId) : null,
  ]);
  if (member.ok && account === null) throw new Error(`Member ${member.value.memberId} has no account`);
  const rewards = mall.rewards
    .filter((reward) => reward.active)
    .map((reward) => ({
      id: reward._id,
      name: reward.name,
      detail: reward.detail,
      points: reward.points,
      left: left.get(reward._id) ?? 0,
      shopNames: shopNamesOf(reward, mall.shops),
    }));
  const today = dayOf(caller.now, programme.offsetMinutes);
  const available = account === null ? 0 : settleAccount(account, today, programme.tiers).posting.balance.available;
  return accept({ rewards, available });
}
