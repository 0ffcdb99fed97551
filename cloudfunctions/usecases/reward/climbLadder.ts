import { accept, type Outcome } from '@shared/kernel/refusal';
import { dayOf } from '@shared/kernel/time';
import { draftMessage } from '@shared/message/draftMessage';
import { nextStep } from '@shared/reward/climb';
import type { Programme } from '@shared/store/programme';
import { settleAccount } from '@shared/tier/settleAccount';
import { find } from '../../adapters/database';
import { transact } from '../../adapters/transact';
import { post } from '../ledger/post';
import { isLeaving } from '../member/isLeaving';
import { queueMessage } from '../message/queueMessage';
import { loadProgramme } from '../store/loadProgramme';
import { pacer } from '../store/pacer';

/** start, account, leaving, account, message, leaving, message, commit. */
const operationsPerAccount = 8;

/**
 * Gives the steps of the ladder that accounts have reached by their lifetime points. Only accounts with a step to come are found, since
 * each keeps how many it has been given; the message is named after account and step. Who is leaving gets none, unless they stay.
 */
export async function climbLadder(
  now: number,
  clock: () => number,
  untilMs: number,
  batch: number,
): Promise<{ readonly given: number; readonly more: boolean }> {
  const programme = await loadProgramme(now);
  const rest = pacer({ operationsPerSecond: programme.jobOperationsPerSecond, clock, untilMs }, operationsPerAccount);
  let given = 0;
  for (const [done, step] of programme.lifetimeLadder.entries()) {
    for (;;) {
      const due = await find('accounts', { ladderSteps: done, lifetimePoints: { op: 'gte', value: step.points } }, { limit: batch });
      let climbed = 0;
      for (const account of due) {
        const outcome = clock() >= untilMs ? null : await giveOne(account._id, programme, now);
        if (outcome?.ok !== true) return { given: given + climbed, more: true };
        if (outcome.value) climbed += 1;
        await rest();
      }
      given += climbed;
      // Those who are leaving stay where they are: a page of nobody else would come again.
      if (due.length < batch || climbed === 0) break;
    }
  }
  return { given, more: false };
}

/** Gives an account its next step; false when there is none to give. */
function giveOne(accountId: string, programme: Programme, at: number): Promise<Outcome<boolean, 'busy.tryAgain'>> {
  const today = dayOf(at, programme.offsetMinutes);
  return transact(async (transaction) => {
    const account = await transaction.get('accounts', accountId);
    const step = account === null ? null : nextStep(programme.lifetimeLadder, account);
    if (account === null || step === null || (await isLeaving(transaction, account.memberId))) return accept(false);
    const ladder = [...account.ladder, { points: step.points, on: today }];
    await post(transaction, { ...account, ladder, ladderSteps: ladder.length }, settleAccount(account, today, programme.tiers), at);
    const source = `${accountId}:${ladder.length}`;
    const { points, benefit } = step;
    const facts = { points, benefit };
    await queueMessage(transaction, draftMessage({ kind: 'ladderReached', source, memberId: account.memberId, facts }, at));
    return accept(true);
  });
}
