import type { CheckinMonth } from '@shared/checkin/contract';
import { accept, type Outcome } from '@shared/kernel/refusal';
import { dayOf } from '@shared/kernel/time';
import { find } from '../../adapters/database';
import type { Caller } from '../../adapters/serve';
import { findMember } from '../member/findMember';
import { loadProgramme } from '../store/loadProgramme';

const monthDaysMax = 31;

/** The days of one month on which the caller checked in, in order. */
export async function calendar(caller: Caller, input: { month: string }): Promise<Outcome<CheckinMonth, 'member.unknown'>> {
  const member = await findMember(caller);
  if (!member.ok) return member;
  const { offsetMinutes } = await loadProgramme(caller.now);
  const records = await find('checkins', { memberId: member.value.memberId, month: input.month }, { limit: monthDaysMax });
  const days = records.map(({ day, points }) => ({ day, points })).sort((a, b) => (a.day < b.day ? -1 : 1));
  return accept({ month: input.month, today: dayOf(caller.now, offsetMinutes), days });
}
