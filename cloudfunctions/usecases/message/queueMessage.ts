import type { OutboxMessage } from '@shared/message/types';
import type { Transaction } from '../../adapters/transact';
import { isGone } from '../member/isLeaving';

/**
 * Lays a message into the outbox, in the transaction of what caused it. The same cause queues it once; to who is leaving or has left
 * nothing is written, since nothing would be sent. At most three operations.
 */
export async function queueMessage(transaction: Transaction, message: OutboxMessage): Promise<void> {
  if ((await transaction.get('outbox', message._id)) !== null) return;
  if (await isGone(transaction, message.memberId)) return;
  await transaction.add('outbox', [message]);
}
