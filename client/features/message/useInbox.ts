import type { Refusal } from '@shared/kernel/refusal';
import type { InboxMessage, InboxPage, NoticesView } from '@shared/message/contract';
import { useCallback, useState } from 'react';
import { call, type CodeOf } from '@/platform/call';
import { recall, remember } from '@/platform/storage';

export interface Inbox {
  /** Null before any was ever seen on this phone. */
  readonly messages: readonly InboxMessage[] | null;
  readonly offsetMinutes: number;
  readonly hasMore: boolean;
  readonly trouble: Refusal<CodeOf<'member', 'message.inbox'>> | null;
  readonly load: () => Promise<void>;
  readonly loadMore: () => Promise<void>;
  /** Marks one as read, or all. */
  readonly markRead: (id?: string) => Promise<void>;
}

/**
 * The member's inbox, newest first, page by page; until the first page comes, and without network, the one seen last. What is new after
 * something was read is handed to `onChange`.
 */
export function useInbox(onChange: (notices: NoticesView) => void): Inbox {
  const [seen, setSeen] = useState(() => recall<InboxPage>('person', 'inbox'));
  const [trouble, setTrouble] = useState<Inbox['trouble']>(null);
  const cursor = seen?.next ?? null;
  const load = useCallback(async () => {
    const answer = await call('member', 'message.inbox', {});
    setTrouble(answer.ok ? null : answer.refusal);
    if (!answer.ok) return;
    remember('person', 'inbox', answer.value);
    setSeen(answer.value);
  }, []);
  const loadMore = useCallback(async () => {
    if (cursor === null) return;
    const answer = await call('member', 'message.inbox', { cursor });
    setTrouble(answer.ok ? null : answer.refusal);
    if (!answer.ok) return;
    const page = answer.value;
    setSeen((before) => ({ ...page, messages: [...(before?.messages ?? []), ...page.messages] }));
  }, [cursor]);
  const markRead = useCallback(
    async (id?: string) => {
      setSeen((before) => before && { ...before, messages: before.messages.map((each) => read(each, id)) });
      const answer = await call('member', 'message.read', id === undefined ? {} : { id });
      if (answer.ok) onChange(answer.value);
    },
    [onChange],
  );
  return {
    messages: seen?.messages ?? null,
    offsetMinutes: seen?.offsetMinutes ?? 0,
    hasMore: cursor !== null,
    trouble,
    load,
    loadMore,
    markRead,
  };
}

function read(message: InboxMessage, id: string | undefined): InboxMessage {
  return id === undefined || message.id === id ? { ...message, read: true } : message;
}
