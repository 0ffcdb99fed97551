import { accept } from '@shared/kernel/refusal';
import { addDays, dayOf, type Day } from '@shared/kernel/time';
import { draftMessage } from '@shared/message/draftMessage';
import type { Programme } from '@shared/store/programme';
import { settleAccount } from '@shared/tier/settleAccount';
import { warnedOn, warnReview } from '@shared/tier/warnReview';
import { find } from '../../adapters/database';
import { transact } from '../../adapters/transact';
import { queueMessage } from '../message/queueMessage';
import { loadProgramme } from '../store/loadProgramme';
import { pageMax, walkDays } from '../store/walkDays';

/** start, account, message, leaving, message, commit. */
const operationsPerAccount = 6;

/**
 * Tells members whose tier would fall at the next review, once, 30 days before: the message is named after the account and the review,
 * so a second run finds it there.
 */
export async function warnTiers(now: number, clock: () => number, untilMs: number): Promise<{ treated: number; more: boolean }> {
  const programme = await loadProgramme(now);
  const today = dayOf(now, programme.offsetMinutes);
  return walkDays(
    {
      name: 'tierWarning',
      first: addDays(today, 1),
      last: warnedOn(today),
      page: (reviewOn, after) =>
        find('accounts', { reviewOn, _id: { op: 'gt', value: after } }, { limit: pageMax, order: [['_id', 'asc']] }),
      treat: (account, reviewOn) => warnOne(account._id, reviewOn, programme, today, now),
      operationsEach: operationsPerAccount,
    },
    { operationsPerSecond: programme.jobOperationsPerSecond, clock, untilMs },
  );
}

async function warnOne(accountId: string, reviewOn: Day, programme: Programme, today: Day, at: number): Promise<boolean> {
  const source = `${accountId}:${reviewOn}`;
  const outcome = await transact(async (transaction) => {
    const account = await transaction.get('accounts', accountId);
    if (account === null) return accept(null);
    const warning = warnReview(settleAccount(account, today, programme.tiers).standing, today, programme.tiers);
    if (warning === null) return accept(null);
    const { tier, missing, until } = warning;
    const facts = { tier, missing, day: until };
    await queueMessage(transaction, draftMessage({ kind: 'tierWarning', source, memberId: account.memberId, facts }, at));
    return accept(null);
  });
  return outcome.ok;
}
