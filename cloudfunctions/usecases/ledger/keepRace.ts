import type { Race, Racer, RaceScore } from '@shared/ledger/race';
import { moveInSteps } from '@shared/ledger/raceHistogram';
import type { Account } from '@shared/ledger/types';
import { accept } from '@shared/kernel/refusal';
import { dayOf } from '@shared/kernel/time';
import type { Programme } from '@shared/store/programme';
import { settleAccount } from '@shared/tier/settleAccount';
import { transact, type Transaction } from '../../adapters/transact';
import { post } from './post';

/** start, account, two months and racers read and written, account, commit. */
export const operationsPerRacer = 12;

/**
 * Carries an account's race points over to its racers. The account says itself that it must be done (`raceStale`, set in the transaction
 * that changed the points), and what is carried over are the sums, so nothing is skipped and nothing counts twice however often this
 * runs. A month whose places are fixed is left alone. False when the account was busy.
 */
export async function keepRacer(accountId: string, programme: Programme, at: number): Promise<boolean> {
  const today = dayOf(at, programme.offsetMinutes);
  const outcome = await transact(async (transaction) => {
    const account = await transaction.get('accounts', accountId);
    if (account?.raceStale !== true) return accept(null);
    const settled = settleAccount(account, today, programme.tiers);
    for (const score of settled.standing.race) await carryOver(transaction, account, score, at);
    await post(transaction, account, { ...settled, standing: { ...settled.standing, raceStale: false } }, at);
    return accept(null);
  });
  return outcome.ok;
}

async function carryOver(transaction: Transaction, account: Account, { month, points }: RaceScore, at: number): Promise<void> {
  const race: Race = (await transaction.get('races', month)) ?? newRace(month);
  if (race.state !== 'running') return;
  const _id = `${month}:${account.memberId}`;
  const before = await transaction.get('race', _id);
  if ((before?.points ?? 0) === points) return;
  const racer: Racer = { _id, month, memberId: account.memberId, accountId: account._id, points, since: at };
  await transaction.put('race', racer);
  const steps = moveInSteps(race.steps, before?.points ?? 0, points);
  await transaction.put('races', { ...race, steps, version: race.version + 1, at });
}

function newRace(month: string): Race {
  return { _id: month, version: 0, steps: {}, at: 0, state: 'running', winners: [] };
}
