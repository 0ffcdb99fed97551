import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { Screen } from '@/ui/Screen';
import { Skeleton, Bone } from '@/ui/Skeleton';

/** The mine tab. Taro asks for the default export. */
export default function MinePage(): ReactNode {
  const { copy } = useSpeech();
  return (
    <Screen title={copy.house.tabs.mine} tab="mine">
      <Skeleton>
        <Bone width="full" height="block" />
      </Skeleton>
    </Screen>
  );
}
