import { accept } from '@shared/kernel/refusal';
import { addDays, clockOf, dayOf, startOfDayMs, type Day } from '@shared/kernel/time';
import { checkinOf } from '@shared/member/family';
import type { Member } from '@shared/member/types';
import { draftMessage } from '@shared/message/draftMessage';
import { find, get } from '../../adapters/database';
import { transact } from '../../adapters/transact';
import { loadProgramme } from '../store/loadProgramme';
import { pageMax, walkDays } from '../store/walkDays';
import { queueMessage } from './queueMessage';

/** In the evening there is still time to check in, and whoever does so in the morning has done it. */
const remindFrom = '18:00';
/** account, start, message, leaving, message, commit. */
const operationsPerMember = 6;
/** A streak of one day is not worth a reminder. */
const streakMin = 2;

/** Reminds those who asked for it, on the evening of a day on which their streak would break. One message a member and day. */
export async function remindCheckins(now: number, clock: () => number, untilMs: number): Promise<{ treated: number; more: boolean }> {
  const { offsetMinutes, jobOperationsPerSecond } = await loadProgramme(now);
  const today = dayOf(now, offsetMinutes);
  const isTime = clockOf(now, offsetMinutes) >= remindFrom;
  return walkDays(
    {
      name: 'checkinReminder',
      first: today,
      last: isTime ? today : addDays(today, -1),
      page: (_day, after) =>
        find(
          'members',
          { 'notices.grants.checkin': { op: 'gt', value: 0 }, _id: { op: 'gt', value: after } },
          { limit: pageMax, order: [['_id', 'asc']] },
        ),
      treat: (member) => remindOne(member, today, startOfDayMs(addDays(today, 1), offsetMinutes), now),
      operationsEach: operationsPerMember,
    },
    { operationsPerSecond: jobOperationsPerSecond, clock, untilMs },
  );
}

async function remindOne({ memberId, accountId }: Member, today: Day, midnight: number, at: number): Promise<boolean> {
  const account = await get('accounts', accountId);
  if (account === null) return true;
  const { lastDay, streak } = checkinOf(account, memberId);
  if (lastDay !== addDays(today, -1) || streak < streakMin) return true;
  const source = `${memberId}:${today}`;
  const facts = { streak };
  const outcome = await transact(async (transaction) => {
    await queueMessage(transaction, draftMessage({ kind: 'checkinReminder', source, memberId, facts, expiresAt: midnight }, at));
    return accept(null);
  });
  return outcome.ok;
}
