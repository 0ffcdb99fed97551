import type { InboxMessage } from '@shared/message/contract';
import { type ReactNode, useEffect, useState } from 'react';
import { call } from '@/platform/call';
import { recall, remember } from '@/platform/storage';
import { MessageSheet } from './MessageSheet';

interface NewMessageSheetProps {
  readonly unread: number;
  readonly offsetMinutes: number;
}

/** A message that is new comes up by itself, once on this phone; nothing is fetched while nothing is new. */
export function NewMessageSheet({ unread, offsetMinutes }: NewMessageSheetProps): ReactNode {
  const [message, setMessage] = useState<InboxMessage | null>(null);
  useEffect(() => {
    if (unread === 0) return;
    void call('member', 'message.inbox', {}).then((answer) => {
      const newest = answer.ok ? answer.value.messages.find(({ read }) => !read) : undefined;
      if (newest === undefined || recall<string>('person', 'messageShown') === newest.id) return;
      remember('person', 'messageShown', newest.id);
      setMessage(newest);
    });
  }, [unread]);
  return <MessageSheet message={message} offsetMinutes={offsetMinutes} onClose={() => setMessage(null)} />;
}
