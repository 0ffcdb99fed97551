import { accept } from '@shared/kernel/refusal';
import { addDays, dayOf, type Day } from '@shared/kernel/time';
import { lapseWarningsOn, lapsingLots } from '@shared/ledger/lapsingLots';
import type { Account } from '@shared/ledger/types';
import { draftMessage } from '@shared/message/draftMessage';
import type { Programme } from '@shared/store/programme';
import { settleAccount } from '@shared/tier/settleAccount';
import { find } from '../../adapters/database';
import { transact } from '../../adapters/transact';
import { loadProgramme } from '../store/loadProgramme';
import { pageMax, walkDays } from '../store/walkDays';
import { queueMessage } from './queueMessage';

/** start, message, leaving, message, commit. */
const operationsPerWarning = 5;
/** A warning that comes later than this is made up for no more. */
const lateDaysMax = 2;

/** Tells members of points that lapse in 30 and in 7 days, once a lot and warning: the message is named after both. */
export async function warnLapses(now: number, clock: () => number, untilMs: number): Promise<{ treated: number; more: boolean }> {
  const programme = await loadProgramme(now);
  const today = dayOf(now, programme.offsetMinutes);
  return walkDays(
    {
      name: 'pointsLapsing',
      first: addDays(today, -lateDaysMax),
      last: today,
      page: (day, after) =>
        lapseWarningsOn(day).length === 0
          ? Promise.resolve([])
          : find('accounts', { _id: { op: 'gt', value: after } }, { limit: pageMax, order: [['_id', 'asc']] }),
      treat: (account, day) => warnOne(account, day, programme, today, now),
      operationsEach: operationsPerWarning,
    },
    { operationsPerSecond: programme.jobOperationsPerSecond, clock, untilMs },
  );
}

async function warnOne(account: Account, day: Day, programme: Programme, today: Day, at: number): Promise<boolean> {
  const { lots } = settleAccount(account, today, programme.tiers).posting.balance;
  for (const { id, endsOn, points, days } of lapsingLots(lots, day, lapseWarningsOn(day))) {
    const source = `${account._id}:${id}:${endsOn}:${days}`;
    const facts = { points, day: endsOn, days };
    const outcome = await transact(async (transaction) => {
      await queueMessage(transaction, draftMessage({ kind: 'pointsLapsing', source, memberId: account.memberId, facts }, at));
      return accept(null);
    });
    if (!outcome.ok) return false;
  }
  return true;
}
