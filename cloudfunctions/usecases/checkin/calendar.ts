import type { CheckinMonth } from '@shared/checkin/contract';
import type { CheckinRecord } from '@shared/checkin/types';
import { viewMakeUps, viewMilestones } from '@shared/checkin/view';
import { accept, type Outcome } from '@shared/kernel/refusal';
import { checkinOf } from '@shared/member/family';
import { dayOf } from '@shared/kernel/time';
import { settleAccount } from '@shared/tier/settleAccount';
import { find, get } from '../../adapters/database';
import type { Caller } from '../../adapters/serve';
import { findMember } from '../member/findMember';
import { loadProgramme } from '../store/loadProgramme';
import { makeUpSetting } from './checkinNow';

const monthDaysMax = 31;

/** The days of one month on which the caller is checked in, in order, its milestones, and the days that can be made up. */
export async function calendar(caller: Caller, { month }: { month: string }): Promise<Outcome<CheckinMonth, 'member.unknown'>> {
  const member = await findMember(caller);
  if (!member.ok) return member;
  const { memberId, accountId } = member.value;
  const [programme, account, records] = await Promise.all([
    loadProgramme(caller.now),
    get('accounts', accountId),
    find('checkins', { memberId, month }, { limit: monthDaysMax }),
  ]);
  if (account === null) throw new Error(`Member ${memberId} has no account`);
  const today = dayOf(caller.now, programme.offsetMinutes);
  const { posting, standing } = settleAccount(account, today, programme.tiers);
  const setting = makeUpSetting(standing.tier, { member: member.value, programme, today });
  return accept({
    month,
    today,
    days: records.map(dayView).sort((a, b) => (a.day < b.day ? -1 : 1)),
    milestones: viewMilestones(records.length, programme),
    makeUps: viewMakeUps(checkinOf(account, memberId), month, programme, setting, posting.balance.available),
  });
}

/** A day with all points that being checked in on it gave. */
function dayView({ day, points, voucherId, topUp, milestone, makeUp }: CheckinRecord): CheckinMonth['days'][number] {
  return {
    day,
    points: points + (topUp?.points ?? 0) + (milestone?.points ?? 0),
    voucher: [voucherId, topUp?.voucherId, milestone?.voucherId].some((id) => id != null),
    madeUp: makeUp !== undefined,
  };
}
