import { addDays, dayOf, type Day } from '@shared/kernel/time';
import type { Member } from '@shared/member/types';
import { festivalsOn, type Festival } from '@shared/message/festival';
import type { Programme } from '@shared/store/programme';
import { find } from '../../adapters/database';
import { loadProgramme } from '../store/loadProgramme';
import { pageMax, walkDays } from '../store/walkDays';
import { greetOne, operationsPerGreeting } from './greetOne';

/** A greeting that comes later than this many days is none any more. */
const lateDaysMax = 1;
const festivalsMax = 200;

/** Greets every member on the festivals of the shop's table, each festival once a year. */
export async function greetFestivals(now: number, clock: () => number, untilMs: number): Promise<{ treated: number; more: boolean }> {
  const programme = await loadProgramme(now);
  const today = dayOf(now, programme.offsetMinutes);
  const festivals = await find('festivals', {}, { limit: festivalsMax, order: [['_id', 'asc']] });
  return walkDays(
    {
      name: 'festival',
      first: addDays(today, -lateDaysMax),
      last: today,
      page: (day, after) =>
        festivalsOn(festivals, day).length === 0
          ? Promise.resolve([])
          : find('members', { _id: { op: 'gt', value: after } }, { limit: pageMax, order: [['_id', 'asc']] }),
      treat: (member, day) => greet(member, festivalsOn(festivals, day), { day, today, at: now, programme }),
      operationsEach: operationsPerGreeting,
    },
    { operationsPerSecond: programme.jobOperationsPerSecond, clock, untilMs },
  );
}

async function greet(
  member: Member,
  festivals: readonly Festival[],
  setting: { readonly day: Day; readonly today: Day; readonly at: number; readonly programme: Programme },
): Promise<boolean> {
  const { memberId } = member;
  for (const { _id, name, words, gift } of festivals) {
    const source = `${_id}:${setting.day.slice(0, 4)}:${memberId}`;
    const greeted = await greetOne(
      member,
      {
        source,
        occasion: 'festival',
        gift,
        message: (given) => ({ kind: 'festival', source, memberId, facts: { name, words, gift: given } }),
      },
      setting,
    );
    if (!greeted) return false;
  }
  return true;
}
