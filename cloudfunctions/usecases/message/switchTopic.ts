import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import type { NoticesView } from '@shared/message/contract';
import type { MessageLanguage } from '@shared/message/dayWords';
import { noticesOf } from '@shared/message/notices';
import type { Topic } from '@shared/message/topics';
import { viewNotices } from '@shared/message/viewNotices';
import type { Caller } from '../../adapters/serve';
import { transact } from '../../adapters/transact';
import { loadProgramme } from '../store/loadProgramme';

interface SwitchInput {
  readonly topic: Topic;
  readonly on: boolean;
  readonly language: MessageLanguage;
}

/** Switches a topic on or off; doing it again changes nothing. Grants stay as they are. */
export async function switchTopic(caller: Caller, input: SwitchInput): Promise<Outcome<NoticesView, 'member.unknown' | 'busy.tryAgain'>> {
  const programme = await loadProgramme(caller.now);
  return transact(async (transaction) => {
    const member = await transaction.get('members', caller.openid);
    if (member === null) return refuse('member.unknown');
    const notices = noticesOf(member);
    const others = notices.off.filter((topic) => topic !== input.topic);
    const off = input.on ? others : [...others, input.topic];
    const next = { ...notices, off, language: input.language, rev: notices.rev + 1 };
    await transaction.put('members', { ...member, notices: next });
    return accept(viewNotices(next, programme.messages));
  });
}
