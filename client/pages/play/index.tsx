import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { Screen } from '@/ui/Screen';
import { Skeleton, Bone } from '@/ui/Skeleton';

/** The play tab. Taro asks for the default export. */
export default function PlayPage(): ReactNode {
  const { copy } = useSpeech();
  return (
    <Screen title={copy.house.tabs.play} tab="play">
      <Skeleton>
        <Bone width="full" height="block" />
      </Skeleton>
    </Screen>
  );
}
