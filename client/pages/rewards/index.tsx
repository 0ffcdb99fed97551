import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { Screen } from '@/ui/Screen';
import { Skeleton, Bone } from '@/ui/Skeleton';

/** The rewards tab. Taro asks for the default export. */
export default function RewardsPage(): ReactNode {
  const { copy } = useSpeech();
  return (
    <Screen title={copy.house.tabs.rewards} tab="rewards">
      <Skeleton>
        <Bone width="full" height="block" />
      </Skeleton>
    </Screen>
  );
}
