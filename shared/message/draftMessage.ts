import type { MessageRequest, OutboxMessage } from './types';

/** The outbox document of a message: its id follows from what caused it, so the same cause never queues it twice. */
export function draftMessage(request: MessageRequest, at: number): OutboxMessage {
  const { source, ...wanted } = request;
  return { _id: `${request.kind}:${source}`, ...wanted, state: 'waiting', createdAt: at, tries: 0 };
}
