import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import type { NoticesView } from '@shared/message/contract';
import type { MessageLanguage } from '@shared/message/dayWords';
import { grantEntry, grantEntryId } from '@shared/message/grantEntry';
import { hearGrant } from '@shared/message/grants';
import { noticesOf } from '@shared/message/notices';
import type { GrantTopic } from '@shared/message/topics';
import { viewNotices } from '@shared/message/viewNotices';
import type { Caller } from '../../adapters/serve';
import { transact } from '../../adapters/transact';
import { loadProgramme } from '../store/loadProgramme';
import { wakeHeld } from './wakeHeld';

interface GrantInput {
  readonly key: string;
  readonly language: MessageLanguage;
  readonly answers: readonly { readonly topic: GrantTopic; readonly verdict: 'accept' | 'reject' }[];
}

function accepted(verdict: 'accept' | 'reject'): boolean {
  return verdict === 'accept';
}

/** Enters what the phone says the dialog gave. The same tap sent again enters nothing more. Messages that waited for it go out. */
export async function grant(
  caller: Caller,
  input: GrantInput,
): Promise<Outcome<NoticesView, 'member.unknown' | 'key.reused' | 'busy.tryAgain'>> {
  const programme = await loadProgramme(caller.now);
  const outcome = await transact(async (transaction) => {
    const member = await transaction.get('members', caller.openid);
    if (member === null) return refuse('member.unknown');
    const { memberId } = member;
    let notices = noticesOf(member);
    const entries = [];
    for (const { topic, verdict } of input.answers) {
      const word = { topic, accepted: accepted(verdict), by: 'phone', at: caller.now, source: input.key } as const;
      const heard = hearGrant(notices, memberId, word);
      const [entry = grantEntry({ memberId, topic, kind: 'claimed', delta: 0, at: caller.now, source: input.key })] = heard.entries;
      const otherId = grantEntryId({ ...entry, kind: accepted(verdict) ? 'refused' : 'claimed' });
      if ((await transaction.get('grantEntries', otherId)) !== null) return refuse('key.reused');
      if ((await transaction.get('grantEntries', entry._id)) !== null) continue;
      notices = heard.notices;
      entries.push(entry);
    }
    if (entries.length === 0 && input.answers.length > 0) return accept({ memberId, notices, entries });
    const next = { ...notices, language: input.language, rev: notices.rev + 1 };
    await transaction.put('members', { ...member, notices: next });
    await transaction.add('grantEntries', entries);
    return accept({ memberId, notices: next, entries });
  });
  if (!outcome.ok) return outcome;
  const { memberId, notices, entries } = outcome.value;
  await wakeHeld(
    memberId,
    entries.filter(({ delta }) => delta > 0).map(({ topic }) => topic),
    caller.now,
  );
  return accept(viewNotices(notices, programme.messages));
}
