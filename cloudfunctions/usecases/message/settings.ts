import { accept, type Outcome } from '@shared/kernel/refusal';
import type { NoticesView } from '@shared/message/contract';
import { noticesOf } from '@shared/message/notices';
import { viewNotices } from '@shared/message/viewNotices';
import type { Caller } from '../../adapters/serve';
import { findMember } from '../member/findMember';
import { loadProgramme } from '../store/loadProgramme';

/** What the caller is told about, and how many more messages the platform will carry. */
export async function settings(caller: Caller): Promise<Outcome<NoticesView, 'member.unknown'>> {
  const member = await findMember(caller);
  if (!member.ok) return member;
  const { messages } = await loadProgramme(caller.now);
  return accept(viewNotices(noticesOf(member.value), messages));
}
