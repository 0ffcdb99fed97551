import { grantTopicOf } from '@shared/message/decideSend';
import type { GrantTopic } from '@shared/message/topics';
import { change, find } from '../../adapters/database';

const heldMax = 50;

/** Lets messages go that were held for want of a grant: one for each grant that came, those that waited longest first. */
export async function wakeHeld(memberId: string, granted: readonly GrantTopic[], now: number): Promise<void> {
  if (granted.length === 0) return;
  const held = await find('outbox', { memberId, state: 'held' }, { limit: heldMax });
  for (const topic of new Set(granted)) {
    const count = granted.filter((each) => each === topic).length;
    const waiting = held.filter((message) => message.reason === 'noGrant' && message.expiresAt > now && grantTopicOf(message) === topic);
    for (const message of waiting.sort((a, b) => a.createdAt - b.createdAt).slice(0, count)) {
      const history = [...message.history, { at: now, state: 'waiting', reason: 'granted' } as const];
      await change('outbox', { _id: message._id, state: 'held' }, { state: 'waiting', reason: null, dueAt: now, attemptId: null, history });
    }
  }
}
