import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { open } from '@/platform/navigate';
import { IconButton } from '@/ui/IconButton';
import './BellKey.scss';

/** The way to the inbox, with a dot when something is new there. */
export function BellKey({ unread }: { readonly unread: number }): ReactNode {
  const words = useSpeech().copy.message.inbox;
  return (
    <View className="bell-key">
      <IconButton icon="bell" label={unread > 0 ? words.keyNew(unread) : words.title} onPress={() => open('inbox')} />
      {unread > 0 && <View className="bell-key__dot" />}
    </View>
  );
}
