import type { GroupView } from '@shared/store/groupContract';
import { View } from '@tarojs/components';
import { type ReactNode, useEffect, useState } from 'react';
import { numberText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { Card } from '@/ui/Card';
import { Empty } from '@/ui/Empty';
import { ListRow } from '@/ui/ListRow';
import { Bone, Skeleton } from '@/ui/Skeleton';
import { Trouble } from '@/ui/Trouble';
import { GroupSheet } from './GroupSheet';
import { useGroups } from './useGroups';
import './index.scss';

/** The groups of this shop with what each has brought; one opens with its code and posts. */
export function GroupsDesk(): ReactNode {
  const { copy, say } = useSpeech();
  const words = copy.storeGroup;
  const { groups, trouble, load } = useGroups();
  const [open, setOpen] = useState<GroupView | null>(null);
  useEffect(() => void load(), [load]);
  if (groups === null) {
    if (trouble !== null) return <Trouble refusal={trouble} onRetry={load} />;
    return (
      <Skeleton>
        <Bone width="full" height="block" />
      </Skeleton>
    );
  }
  if (groups.length === 0) return <Empty icon="message" title={words.none} note={words.noneNote} />;
  return (
    <View className="groups-desk">
      {trouble !== null && <Trouble refusal={trouble} onRetry={load} />}
      <View className="note">{words.note}</View>
      <Card>
        {groups.map((group) => (
          <ListRow
            key={group.id}
            icon="message"
            title={say(group.name)}
            note={`${words.joined(numberText(group.joined))} · ${words.lately(numberText(group.joinedLately))}`}
            onPress={() => setOpen(group)}
          />
        ))}
      </Card>
      <GroupSheet group={open} onClose={() => setOpen(null)} />
    </View>
  );
}
