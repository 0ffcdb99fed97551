import { addDays, dayOf, type Day } from '@shared/kernel/time';
import { anniversaryOn } from '@shared/member/anniversary';
import { birthdaysKeptOn } from '@shared/member/birthdayGift';
import type { Member } from '@shared/member/types';
import type { Programme } from '@shared/store/programme';
import { find } from '../../adapters/database';
import { loadProgramme } from '../store/loadProgramme';
import { pageMax, walkDays } from '../store/walkDays';
import { greetOne, operationsPerGreeting } from './greetOne';

/** A greeting that comes later than this many days is none any more. */
const lateDaysMax = 3;

/** Greets members on the day of the year on which they joined, with the points that the settings name; none named, nobody greeted. */
export async function greetAnniversaries(now: number, clock: () => number, untilMs: number): Promise<{ treated: number; more: boolean }> {
  const programme = await loadProgramme(now);
  const today = dayOf(now, programme.offsetMinutes);
  return walkDays(
    {
      name: 'anniversary',
      first: addDays(today, -lateDaysMax),
      last: today,
      page: (day, after) =>
        find(
          'members',
          { joinedDate: { anyOf: birthdaysKeptOn(day) }, _id: { op: 'gt', value: after } },
          { limit: pageMax, order: [['_id', 'asc']] },
        ),
      treat: (member, day) => greet(member, { day, today, at: now, programme }),
      operationsEach: operationsPerGreeting,
    },
    { operationsPerSecond: programme.jobOperationsPerSecond, clock, untilMs },
  );
}

async function greet(
  member: Member,
  setting: { readonly day: Day; readonly today: Day; readonly at: number; readonly programme: Programme },
): Promise<boolean> {
  const { offsetMinutes, messages } = setting.programme;
  const years = anniversaryOn(member.joinedAt, setting.day, offsetMinutes);
  const points = messages.anniversaryPoints;
  if (years === null || points === 0) return true;
  const { memberId } = member;
  const source = `${memberId}:${years}`;
  return greetOne(
    member,
    {
      source,
      occasion: 'anniversary',
      gift: { points },
      message: (gift) => ({ kind: 'anniversary', source, memberId, facts: { years, gift } }),
    },
    setting,
  );
}
