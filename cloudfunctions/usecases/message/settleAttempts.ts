import { grantTopicOf } from '@shared/message/decideSend';
import { noticesOf } from '@shared/message/notices';
import type { OutboxMessage } from '@shared/message/types';
import { find } from '../../adapters/database';
import { enterUse } from './enterUse';
import { unknownWaitMs, writeStep, type SendRun } from './sendRun';

/** A held message that nothing moves any more but the platform's event. */
const never = 8_640_000_000_000_000;

/**
 * Looks after attempts that died (a claim whose time is over). One whose member has no note of it never reached the platform and waits
 * again; one that is noted may have arrived: it is `unknown`, and after a day without the platform's event it stays held. It is never
 * sent again.
 */
export async function settleAttempts(run: SendRun, batch: number): Promise<void> {
  const now = run.clock();
  const dead = await find('outbox', { state: 'sending', dueAt: { op: 'lte', value: now } }, { limit: batch, order: [['dueAt', 'asc']] });
  const ids = [...new Set(dead.map(({ memberId }) => memberId))];
  const members = ids.length === 0 ? [] : await find('members', { memberId: { anyOf: ids } }, { limit: ids.length });
  for (const message of dead) {
    const member = members.find(({ memberId }) => memberId === message.memberId);
    const noted = member !== undefined && noticesOf(member).recent.find(({ id }) => id === message._id);
    await settleOne(run, message, noted ? noted.at : null);
    await run.spend(noted ? 2 : 1);
  }
  const unsettled = await find(
    'outbox',
    { state: 'unknown', dueAt: { op: 'lte', value: now } },
    { limit: batch, order: [['dueAt', 'asc']] },
  );
  for (const message of unsettled) {
    await writeStep(run, message, { state: 'held', reason: 'outcomeUnknown' }, { dueAt: never });
    run.counts.held += 1;
    await run.spend(1);
  }
}

async function settleOne(run: SendRun, message: OutboxMessage, notedAt: number | null): Promise<void> {
  if (notedAt === null) {
    await writeStep(run, message, { state: 'waiting' }, { dueAt: run.clock(), attemptId: null });
    return;
  }
  const topic = grantTopicOf(message);
  if (topic !== null) await enterUse(message, topic, 'used', notedAt);
  await writeStep(run, message, { state: 'unknown', reason: 'outcomeUnknown' }, { dueAt: run.clock() + unknownWaitMs });
  run.counts.unknown += 1;
}
