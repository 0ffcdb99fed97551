import { accept } from '@shared/kernel/refusal';
import { dayOf } from '@shared/kernel/time';
import { draftMessage } from '@shared/message/draftMessage';
import { nextStep } from '@shared/reward/climb';
import type { Programme } from '@shared/store/programme';
import { settleAccount } from '@shared/tier/settleAccount';
import { find } from '../../adapters/database';
import { transact } from '../../adapters/transact';
import { post } from '../ledger/post';
import { loadProgramme } from '../store/loadProgramme';
import { pacer } from '../store/pacer';

/** start, account, account, message, commit. */
const operationsPerAccount = 5;

/**
 * Gives the steps of the ladder that accounts have reached by their lifetime points. Only accounts with a step to come are found, since
 * each keeps how many it has been given; the message is named after account and step.
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
      for (const account of due) {
        if (clock() >= untilMs || !(await giveOne(account._id, programme, now))) return { given, more: true };
        given += 1;
        await rest();
      }
      if (due.length < batch) break;
    }
  }
  return { given, more: false };
}

async function giveOne(accountId: string, programme: Programme, at: number): Promise<boolean> {
  const today = dayOf(at, programme.offsetMinutes);
  const outcome = await transact(async (transaction) => {
    const account = await transaction.get('accounts', accountId);
    const step = account === null ? null : nextStep(programme.lifetimeLadder, account);
    if (account === null || step === null) return accept(null);
    const ladder = [...account.ladder, { points: step.points, on: today }];
    await post(transaction, { ...account, ladder, ladderSteps: ladder.length }, settleAccount(account, today, programme.tiers), at);
    const source = `${accountId}:${ladder.length}`;
    const { points, benefit } = step;
    await transaction.add('outbox', [
      draftMessage({ kind: 'ladderReached', source, memberId: account.memberId, facts: { points, benefit } }, at),
    ]);
    return accept(null);
  });
  return outcome.ok;
}
