import { View } from '@tarojs/components';
import { type ReactNode, useEffect } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import type { SpokenCode } from '@/copy/sentences';
import { Button } from './Button';
import { Empty } from './Empty';
import { Bone, Skeleton } from './Skeleton';
import { Trouble } from './Trouble';
import type { Queue } from '@/platform/useQueue';
import './QueueList.scss';

interface QueueListProps<Row> {
  readonly queue: Queue<Row, SpokenCode>;
  readonly words: { readonly none: string; readonly noneNote: string; readonly note: string };
  /** One row, with a key of its own. */
  readonly children: (row: Row) => ReactNode;
}

/** What waits for an operator, longest first; what was decided leaves. */
export function QueueList<Row>({ queue, words, children }: QueueListProps<Row>): ReactNode {
  const { copy } = useSpeech();
  const { page, trouble, load, loadMore } = queue;
  // Not when the page is shown: this part of it comes after that, once it is known that an operator is here.
  useEffect(() => void load(), [load]);
  const rows = page?.rows ?? [];
  const waits = page === null || (rows.length === 0 && page.next !== null);
  return (
    <View className="queue-list">
      {trouble !== null && <Trouble refusal={trouble} onRetry={load} />}
      {waits && trouble === null && (
        <Skeleton>
          <Bone width="full" height="block" />
          <Bone width="full" height="block" />
        </Skeleton>
      )}
      {!waits && rows.length === 0 && <Empty icon="lantern" title={words.none} note={words.noneNote} />}
      {rows.length > 0 && <View className="note">{words.note}</View>}
      <View className="queue-list__rows">{rows.map(children)}</View>
      {rows.length > 0 && page?.next !== null && (
        <Button tone="plain" onPress={loadMore}>
          {copy.house.more}
        </Button>
      )}
    </View>
  );
}
