import { addDays, dayOf } from '@shared/kernel/time';
import { birthdaysKeptOn } from '@shared/member/birthdayGift';
import { find } from '../../adapters/database';
import { giveBirthday } from './giveBirthday';
import { loadProgramme } from '../store/loadProgramme';
import { pageMax, walkDays } from '../store/walkDays';

/** start, member, account, entry, entries, account, member, message, commit. */
const operationsPerMember = 9;
/** A gift that comes later than this many days is no birthday gift any more. */
const lateDaysMax = 7;

/**
 * Gives the birthday gift of each member's tier, once a year. The entry is named after member and year, and the member keeps the day
 * of the last gift, so neither a second run nor a changed birthday gives another.
 */
export async function giveBirthdays(now: number, clock: () => number, untilMs: number): Promise<{ treated: number; more: boolean }> {
  const programme = await loadProgramme(now);
  const today = dayOf(now, programme.offsetMinutes);
  return walkDays(
    {
      name: 'birthday',
      first: addDays(today, -lateDaysMax),
      last: today,
      page: (day, after) =>
        find(
          'members',
          { birthdayDate: { anyOf: birthdaysKeptOn(day) }, _id: { op: 'gt', value: after } },
          { limit: pageMax, order: [['_id', 'asc']] },
        ),
      treat: (member, day) => giveBirthday(member, { day, today, at: now, programme }),
      operationsEach: operationsPerMember,
    },
    { operationsPerSecond: programme.jobOperationsPerSecond, clock, untilMs },
  );
}
