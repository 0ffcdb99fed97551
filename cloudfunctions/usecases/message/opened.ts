import { accept, type Outcome } from '@shared/kernel/refusal';
import { change, find } from '../../adapters/database';
import type { Caller } from '../../adapters/serve';
import { findMember } from '../member/findMember';

/** Counts that the caller came in by a message of theirs, once; anybody else's short id counts nothing. */
export async function opened(caller: Caller, input: { ref: string }): Promise<Outcome<{ readonly counted: boolean }, 'member.unknown'>> {
  const member = await findMember(caller);
  if (!member.ok) return member;
  const found = await find('outbox', { ref: input.ref, memberId: member.value.memberId }, { limit: 2 });
  const [message] = found;
  if (message === undefined || message.openedAt !== null) return accept({ counted: false });
  const changed = await change('outbox', { _id: message._id, openedAt: null }, { openedAt: caller.now });
  return accept({ counted: changed === 1 });
}
