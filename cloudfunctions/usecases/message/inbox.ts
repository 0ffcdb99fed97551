import { accept, type Outcome } from '@shared/kernel/refusal';
import type { InboxMessage, InboxPage } from '@shared/message/contract';
import { fillWords } from '@shared/message/fillTemplate';
import { noticesOf } from '@shared/message/notices';
import { pageOf } from '@shared/message/pageOf';
import { templateOf } from '@shared/message/templates';
import type { OutboxMessage } from '@shared/message/types';
import { find } from '../../adapters/database';
import type { Caller } from '../../adapters/serve';
import { findMember } from '../member/findMember';
import { loadProgramme } from '../store/loadProgramme';

const pageMessages = 20;

/** The caller's own inbox, newest first, 20 at a time. The cursor is the instant at which the page's last message was laid in. */
export async function inbox(caller: Caller, input: { cursor?: string | undefined }): Promise<Outcome<InboxPage, 'member.unknown'>> {
  const member = await findMember(caller);
  if (!member.ok) return member;
  const { offsetMinutes } = await loadProgramme(caller.now);
  const { memberId } = member.value;
  const [before, after] = readCursor(input.cursor);
  // One more than a page: messages laid in by one run may share an instant, and are told apart by their ids.
  const found = await find(
    'outbox',
    { memberId, inboxAt: before === null ? { op: 'gt', value: 0 } : { op: 'lte', value: before } },
    {
      limit: pageMessages * 3,
      order: [
        ['inboxAt', 'desc'],
        ['_id', 'desc'],
      ],
    },
  );
  const rest = found.filter(({ _id, inboxAt }) => inboxAt > 0 && (before === null || inboxAt < before || _id < after));
  const page = rest.slice(0, pageMessages);
  const last = page.at(-1);
  const next = last === undefined || rest.length <= pageMessages ? null : `${last.inboxAt}:${last._id}`;
  return accept({ messages: page.map(view), unread: noticesOf(member.value).unread, next, offsetMinutes });
}

function readCursor(cursor: string | undefined): readonly [number | null, string] {
  if (cursor === undefined) return [null, ''];
  const cut = cursor.indexOf(':');
  const at = Number(cursor.slice(0, cut));
  return [Number.isSafeInteger(at) && at > 0 ? at : 1, cursor.slice(cut + 1)];
}

function view({ _id, kind, facts, inboxAt, readAt, history }: OutboxMessage): InboxMessage {
  const { topic } = templateOf(kind);
  const [zh, en] = [fillWords(kind, facts, 'zh'), fillWords(kind, facts, 'en')];
  return {
    id: _id,
    kind,
    topic,
    at: inboxAt,
    title: { zh: zh.title, en: en.title },
    body: { zh: zh.body, en: en.body },
    read: readAt !== null,
    page: pageOf(kind, facts),
    history,
  };
}
