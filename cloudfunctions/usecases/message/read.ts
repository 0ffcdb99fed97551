import { accept, type Outcome } from '@shared/kernel/refusal';
import type { NoticesView } from '@shared/message/contract';
import { viewNotices } from '@shared/message/viewNotices';
import { noticesOf } from '@shared/message/notices';
import { change, find } from '../../adapters/database';
import type { Caller } from '../../adapters/serve';
import { findMember } from '../member/findMember';
import { loadProgramme } from '../store/loadProgramme';
import { amendNotices } from './changeNotices';

/** Unread messages marked by one call at most; older ones follow with the next. */
const markedMax = 100;

/**
 * Marks one of the caller's messages as read, or all that lie in the inbox, and counts anew what is unread: a count that a killed job left
 * wrong is right again.
 */
export async function read(caller: Caller, input: { id?: string | undefined }): Promise<Outcome<NoticesView, 'member.unknown'>> {
  const member = await findMember(caller);
  if (!member.ok) return member;
  const { memberId, _id } = member.value;
  const { messages: policy } = await loadProgramme(caller.now);
  const unread = await find('outbox', { memberId, readAt: null, inboxAt: { op: 'gt', value: 0 } }, { limit: markedMax });
  const marked = unread.filter((message) => input.id === undefined || message._id === input.id);
  if (marked.length > 0) {
    await change('outbox', { _id: { anyOf: marked.map((message) => message._id) }, memberId }, { readAt: caller.now });
  }
  const left = unread.length - marked.length;
  const changed = await amendNotices(_id, (notices) => (notices.unread === left ? notices : { ...notices, unread: left }));
  return accept(viewNotices(noticesOf(changed ?? member.value), policy));
}
