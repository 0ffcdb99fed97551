import { accept } from '@shared/kernel/refusal';
import { dayOf } from '@shared/kernel/time';
import type { Programme } from '@shared/store/programme';
import { settleAccount } from '@shared/tier/settleAccount';
import { find } from '../../adapters/database';
import { pause } from '../../adapters/pause';
import { transact } from '../../adapters/transact';
import { loadProgramme } from '../store/loadProgramme';
import { post } from './post';

/** start, read, entries, account, commit. */
const operationsPerAccount = 5;

export interface SweepResult {
  readonly settled: number;
  readonly busy: number;
  /** Whether more were due when the time was up. */
  readonly more: boolean;
}

/**
 * Posts what `settle` finds on every account whose next due day has come, earliest first, reading `batch` at a time. Paced by the
 * programme's operations per second, ends before `untilMs` (epoch ms, by `clock`); what is left is found again by the next run, since only
 * due accounts are read.
 */
export async function sweep(now: number, clock: () => number, untilMs: number, batch: number): Promise<SweepResult> {
  const programme = await loadProgramme(now);
  const today = dayOf(now, programme.offsetMinutes);
  const pauseMs = (1000 * operationsPerAccount) / programme.jobOperationsPerSecond;
  const busyIds = new Set<string>();
  const began = clock();
  let settled = 0;
  for (;;) {
    const due = await find('accounts', { nextDueOn: { op: 'lte', value: today } }, { limit: batch, order: [['nextDueOn', 'asc']] });
    const fresh = due.filter((account) => !busyIds.has(account._id));
    if (fresh.length === 0) return { settled, busy: busyIds.size, more: due.length === batch };
    for (const account of fresh) {
      if (clock() >= untilMs) return { settled, busy: busyIds.size, more: true };
      if (await settleOne(account._id, programme, today, now)) settled += 1;
      else busyIds.add(account._id);
      await pause(began + (settled + busyIds.size) * pauseMs - clock());
    }
  }
}

async function settleOne(accountId: string, programme: Programme, today: string, at: number): Promise<boolean> {
  const outcome = await transact(async (transaction) => {
    const account = await transaction.get('accounts', accountId);
    // Somebody's own tap may have settled it since it was found.
    if (account?.nextDueOn == null || account.nextDueOn > today) return accept(null);
    const settled = settleAccount(account, today, programme.tiers);
    await post(transaction, account, settled, at);
    return accept(null);
  });
  return outcome.ok;
}
