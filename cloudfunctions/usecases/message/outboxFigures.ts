import { accept, type Outcome } from '@shared/kernel/refusal';
import type { OutboxFigures } from '@shared/message/contract';
import { messageStates } from '@shared/message/types';
import { countBy, find } from '../../adapters/database';

const stopsMax = 20;

/** How many messages are in which state, and which templates are stopped. */
export async function outboxFigures(): Promise<Outcome<OutboxFigures>> {
  const counts = await countBy('outbox', { state: { anyOf: messageStates } }, 'state', messageStates.length);
  const states = Object.fromEntries(messageStates.map((state) => [state, counts.get(state) ?? 0])) as OutboxFigures['states'];
  return accept({ states, stops: await find('templateStops', { liftedAt: null }, { limit: stopsMax }) });
}
