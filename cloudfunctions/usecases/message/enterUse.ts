import { grantEntry, type GrantEntryKind } from '@shared/message/grantEntry';
import type { GrantTopic } from '@shared/message/topics';
import type { OutboxMessage } from '@shared/message/types';
import { put } from '../../adapters/database';

/** Enters what an attempt at a message did to a grant: its natural id makes a second writing the same. */
export async function enterUse(
  message: OutboxMessage,
  topic: GrantTopic,
  kind: GrantEntryKind & ('used' | 'returned'),
  at: number,
): Promise<void> {
  const source = `${message._id}:${message.tries}`;
  await put('grantEntries', grantEntry({ memberId: message.memberId, topic, kind, delta: kind === 'used' ? -1 : 1, at, source }));
}
