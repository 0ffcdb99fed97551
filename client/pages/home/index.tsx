import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { Screen } from '@/ui/Screen';
import { Skeleton, Bone } from '@/ui/Skeleton';

/** The home tab. Taro asks for the default export. */
export default function HomePage(): ReactNode {
  const { copy } = useSpeech();
  return (
    <Screen title={copy.house.tabs.home} tab="home">
      <Skeleton>
        <Bone width="full" height="block" />
      </Skeleton>
    </Screen>
  );
}
