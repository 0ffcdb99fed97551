import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { Screen } from '@/ui/Screen';
import { Skeleton, Bone } from '@/ui/Skeleton';

/** The member code. Taro asks for the default export. */
export default function CodePage(): ReactNode {
  const { copy } = useSpeech();
  return (
    <Screen tone="night" title={copy.member.code.title}>
      <Skeleton>
        <Bone width="full" height="block" />
      </Skeleton>
    </Screen>
  );
}
