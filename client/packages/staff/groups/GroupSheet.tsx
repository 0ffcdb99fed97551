import type { GroupView } from '@shared/store/groupContract';
import { groupSceneOf } from '@shared/store/groupScene';
import type { Refusal } from '@shared/kernel/refusal';
import { Text, View } from '@tarojs/components';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { call, type CodeOf } from '@/platform/call';
import { copyText } from '@/platform/copyText';
import { pageLink } from '@/platform/pageLink';
import { Button } from '@/ui/Button';
import { Picture } from '@/ui/Picture';
import { SectionHead } from '@/ui/SectionHead';
import { Sheet } from '@/ui/Sheet';
import { Bone, Skeleton } from '@/ui/Skeleton';
import { cheer, decline } from '@/ui/toast';
import { Trouble } from '@/ui/Trouble';

interface GroupSheetProps {
  /** Null when the sheet is closed. */
  readonly group: GroupView | null;
  readonly onClose: () => void;
}

/** One group: the picture of its entry code, and its posts to be copied. */
export function GroupSheet({ group, onClose }: GroupSheetProps): ReactNode {
  const { say } = useSpeech();
  return (
    <Sheet open={group !== null} title={group === null ? '' : say(group.name)} onClose={onClose}>
      {group !== null && <GroupKit group={group} />}
    </Sheet>
  );
}

function GroupKit({ group }: { readonly group: GroupView }): ReactNode {
  const { copy, say } = useSpeech();
  const words = copy.storeGroup;
  const link = pageLink('home', { scene: groupSceneOf(group.id) });
  const take = async (text: string, done: string): Promise<void> => {
    if (await copyText(text)) cheer(done);
    else decline(words.copyFailed);
  };
  return (
    <>
      <EntryCode group={group} />
      {link !== null && (
        <Button tone="tint" onPress={() => take(link, words.linkCopied)}>
          {words.link}
        </Button>
      )}
      <View className="group-posts">
        <SectionHead title={words.posts} />
        {group.posts.length === 0 && <View className="note">{words.noPosts}</View>}
        {group.posts.map((post) => (
          <View key={post.zh} className="group-post">
            <Text userSelect className="group-post__words">
              {say(post)}
            </Text>
            <Button tone="plain" size="small" onPress={() => take(say(post), words.copied)}>
              {words.copy}
            </Button>
          </View>
        ))}
      </View>
    </>
  );
}

function EntryCode({ group }: { readonly group: GroupView }): ReactNode {
  const { copy, say } = useSpeech();
  const words = copy.storeGroup;
  const [picture, setPicture] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<Refusal<CodeOf<'staff', 'store.groupCode'>> | null>(null);
  const load = useCallback(async (): Promise<void> => {
    const answer = await call('staff', 'store.groupCode', { groupId: group.id });
    setTrouble(answer.ok ? null : answer.refusal);
    if (answer.ok) setPicture(answer.value.picture);
  }, [group.id]);
  useEffect(() => void load(), [load]);
  if (trouble !== null) return <Trouble refusal={trouble} onRetry={load} />;
  if (picture === null) {
    return (
      <Skeleton>
        <Bone width="full" height="block" />
      </Skeleton>
    );
  }
  return (
    <View className="group-code">
      <Picture source={picture} label={words.picture(say(group.name))} />
      <View className="note">{words.save}</View>
    </View>
  );
}
