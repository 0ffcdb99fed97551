import type { Welcome } from '@shared/member/contract';
import { type ReactNode, useState } from 'react';
import { numberText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { Button } from '@/ui/Button';
import { Empty } from '@/ui/Empty';
import { JoinSheet } from './JoinSheet';

interface JoinInviteProps {
  readonly welcome: Welcome;
  /** Why joining helps on this very screen. */
  readonly lead: string;
}

/** On screens that need a membership: says so, and opens the door. */
export function JoinInvite({ welcome, lead }: JoinInviteProps): ReactNode {
  const { copy } = useSpeech();
  const [joining, setJoining] = useState(false);
  const words = copy.member.welcome;
  return (
    <>
      <Empty icon="lantern" title={lead} note={words.gift(numberText(welcome.welcomePoints))}>
        <Button onPress={() => setJoining(true)}>{words.join}</Button>
      </Empty>
      <JoinSheet open={joining} welcome={welcome} onClose={() => setJoining(false)} />
    </>
  );
}
