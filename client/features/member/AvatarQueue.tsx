import type { AvatarReviewRow } from '@shared/member/avatar/contract';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { momentText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { QueueList } from '@/ui/QueueList';
import { useQueue } from '@/platform/useQueue';
import { call } from '@/platform/call';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { Picture } from '@/ui/Picture';
import { AvatarSheet } from './AvatarSheet';
import './AvatarQueue.scss';

/** Pictures that wait for an operator, and the sheet that decides one. */
export function AvatarQueue({ offsetMinutes }: { readonly offsetMinutes: number }): ReactNode {
  const { copy, language } = useSpeech();
  const words = copy.memberAvatar.office;
  const queue = useQueue(
    (from) => call('console', 'member.avatarQueue', from),
    (row) => row.avatarId,
  );
  const [open, setOpen] = useState<AvatarReviewRow | null>(null);
  return (
    <>
      <QueueList queue={queue} words={words}>
        {(row) => {
          const since = momentText(row.waitingSince, offsetMinutes, language);
          return (
            <Card key={row.avatarId}>
              {row.url === null ? <View className="note">{words.gone}</View> : <Picture source={row.url} label={words.picture} />}
              <View className="avatar-queue__why">{row.doubtful ? words.doubtful : words.unanswered}</View>
              <View className="avatar-queue__since note num">{words.since(since)}</View>
              <Button tone="tint" label={words.lookAt(since)} onPress={() => setOpen(row)}>
                {words.look}
              </Button>
            </Card>
          );
        }}
      </QueueList>
      {open !== null && <AvatarSheet row={open} onClose={() => setOpen(null)} onDecided={queue.leave} />}
    </>
  );
}
