import { accept } from '@shared/kernel/refusal';
import { addDays, dayOf, type Day } from '@shared/kernel/time';
import { credit } from '@shared/ledger/credit';
import { birthdayGiftDue, birthdaysKeptOn } from '@shared/member/birthdayGift';
import type { Member } from '@shared/member/types';
import { draftMessage } from '@shared/message/draftMessage';
import type { Programme } from '@shared/store/programme';
import { tierRow } from '@shared/tier/move';
import { carry, settleAccount } from '@shared/tier/settleAccount';
import { find } from '../../adapters/database';
import { transact } from '../../adapters/transact';
import { post } from '../ledger/post';
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
      treat: (member, day) => giveOne(member, day, programme, today, now),
      operationsEach: operationsPerMember,
    },
    { operationsPerSecond: programme.jobOperationsPerSecond, clock, untilMs },
  );
}

async function giveOne({ _id }: Member, day: Day, programme: Programme, today: Day, at: number): Promise<boolean> {
  const outcome = await transact(async (transaction) => {
    const member = await transaction.get('members', _id);
    if (member === null || member.leavingAt != null || !birthdayGiftDue(member, day)) return accept(null);
    const account = await transaction.get('accounts', member.accountId);
    if (account === null) throw new Error(`Member ${member.memberId} has no account`);
    const settled = settleAccount(account, today, programme.tiers);
    const { birthdayGift } = tierRow(programme.tiers, settled.standing.tier);
    if (birthdayGift === null) return accept(null);
    const source = `birthday:${member.memberId}:${day.slice(0, 4)}`;
    if ((await transaction.get('entries', `${account._id}:gift:${source}`)) !== null) return accept(null);
    const { points } = birthdayGift;
    const given = credit(settled.posting, { kind: 'gift', source, day: today, points, note: { gift: 'birthday' } });
    const facts = { gift: { zh: `${points} 积分`, en: `${points} points` } };
    await post(transaction, account, carry(settled, given, today, programme.tiers), at);
    await transaction.put('members', { ...member, birthdayGiftOn: day });
    await transaction.add('outbox', [draftMessage({ kind: 'birthday', source, memberId: member.memberId, facts }, at)]);
    return accept(null);
  });
  return outcome.ok;
}
