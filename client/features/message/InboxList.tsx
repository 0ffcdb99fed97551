import type { InboxMessage, NoticesView } from '@shared/message/contract';
import { View } from '@tarojs/components';
import { type ReactNode, useEffect, useState } from 'react';
import { momentText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { Empty } from '@/ui/Empty';
import { Pressable } from '@/ui/Pressable';
import { Bone, Skeleton } from '@/ui/Skeleton';
import { Tag } from '@/ui/Tag';
import { Trouble } from '@/ui/Trouble';
import { MessageSheet } from './MessageSheet';
import { useInbox } from './useInbox';
import './InboxList.scss';

interface InboxListProps {
  readonly onChange: (notices: NoticesView) => void;
  /** The next useful act for somebody who was never told anything. */
  readonly emptyAct: ReactNode;
  /** What follows the messages. */
  readonly after: ReactNode;
}

/** The inbox: what we told the member, newest first; one is opened in a sheet. */
export function InboxList({ onChange, emptyAct, after }: InboxListProps): ReactNode {
  const { house, message: told } = useSpeech().copy;
  const { messages, offsetMinutes, hasMore, trouble, load, loadMore, markRead } = useInbox(onChange);
  const [open, setOpen] = useState<InboxMessage | null>(null);
  useEffect(() => void load(), [load]);
  if (messages === null) return trouble === null ? <InboxBones /> : <Trouble refusal={trouble} onRetry={load} />;
  if (messages.length === 0) {
    return (
      <Empty icon="message" title={told.inbox.none} note={told.inbox.noneNote}>
        {emptyAct}
      </Empty>
    );
  }
  const show = (message: InboxMessage): void => {
    setOpen(message);
    if (!message.read) void markRead(message.id);
  };
  return (
    <>
      {messages.some(({ read }) => !read) && (
        <Button tone="plain" size="small" onPress={() => markRead()}>
          {told.inbox.readAll}
        </Button>
      )}
      <Card>
        {messages.map((message) => (
          <InboxRow key={message.id} message={message} offsetMinutes={offsetMinutes} onPress={() => show(message)} />
        ))}
      </Card>
      {trouble !== null && <Trouble refusal={trouble} onRetry={hasMore ? loadMore : load} />}
      {hasMore && trouble === null && (
        <Button tone="plain" onPress={loadMore}>
          {house.more}
        </Button>
      )}
      {after}
      <MessageSheet message={open} offsetMinutes={offsetMinutes} onClose={() => setOpen(null)} />
    </>
  );
}

interface InboxRowProps {
  readonly message: InboxMessage;
  readonly offsetMinutes: number;
  readonly onPress: () => void;
}

function InboxRow({ message, offsetMinutes, onPress }: InboxRowProps): ReactNode {
  const { copy, language, say } = useSpeech();
  return (
    <Pressable className="inbox-row" onPress={onPress}>
      <View className="row row--apart">
        <View className={`inbox-row__title ${message.read ? '' : 'strong'}`}>{say(message.title)}</View>
        {!message.read && <Tag>{copy.message.inbox.unread}</Tag>}
      </View>
      <View className="note">{say(message.body)}</View>
      <View className="label">{momentText(message.at, offsetMinutes, language)}</View>
    </Pressable>
  );
}

function InboxBones(): ReactNode {
  return (
    <Card>
      <Skeleton>
        {[1, 2, 3, 4].map((place) => (
          <Bone key={place} width="full" height="number" />
        ))}
      </Skeleton>
    </Card>
  );
}
