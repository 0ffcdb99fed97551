import { randomId } from '@shared/kernel/id';
import type { MessageState } from '@shared/message/types';
import { find, type Filter } from '../../adapters/database';
import { makePacer } from '../../adapters/makePacer';
import { systemRandom } from '../../adapters/random';
import { smsProvider } from '../../adapters/sms/smsProvider';
import { loadProgramme } from '../store/loadProgramme';
import { handleBatch } from './handleBatch';
import type { SendRun } from './sendRun';
import { settleAttempts } from './settleAttempts';

const topicsMax = 20;
const byDueAt = [['dueAt', 'asc']] as const;
const isDue = (state: MessageState, now: number): Filter => ({ state, dueAt: { op: 'lte', value: now } });

type SendResult = SendRun['counts'] & { readonly more: boolean };

/**
 * Sends what is due, by priority, then looks again at what is held. At most once per message: it is claimed, noted with its member
 * before the platform is asked, and never handed over again once noted. Reads `batch` messages at a time, is paced by the programme's
 * operations per second and ends before `untilMs` (epoch ms, by `clock`); what is left is found again by the next run.
 */
export async function sendOutbox(now: number, clock: () => number, untilMs: number, batch: number): Promise<SendResult> {
  const programme = await loadProgramme(now);
  const stops = await find('templateStops', { liftedAt: null }, { limit: topicsMax });
  const run: SendRun = {
    clock,
    untilMs,
    programme,
    attemptId: randomId(systemRandom),
    stopped: new Set(stops.map(({ _id }) => _id)),
    sms: smsProvider() !== null,
    spend: makePacer(programme.jobOperationsPerSecond, clock),
    counts: { sent: 0, held: 0, postponed: 0, givenUp: 0, unknown: 0, faults: 0 },
  };
  await settleAttempts(run, batch);
  const looks: readonly (() => Filter)[] = [
    ...[1, 2, 3].map((priority) => () => ({ ...isDue('waiting', clock()), priority })),
    () => isDue('held', clock()),
  ];
  for (const look of looks) {
    for (let more = true; more;) {
      if (clock() >= untilMs) return { ...run.counts, more: true };
      const due = await find('outbox', look(), { limit: batch, order: byDueAt });
      const handled = due.length === 0 ? 0 : await handleBatch(run, due);
      // A batch in which nothing could be claimed is another run's: it must not be read for ever.
      more = due.length === batch && handled > 0;
    }
  }
  return { ...run.counts, more: false };
}
