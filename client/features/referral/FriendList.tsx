import type { FriendView } from '@shared/referral/view';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { Empty } from '@/ui/Empty';
import { SectionHead } from '@/ui/SectionHead';
import { AppealSheet } from './AppealSheet';
import { FriendRow } from './FriendRow';
import type { Invitation } from './useInvitation';

/** Every friend who opened the invitation, and what became of it. */
export function FriendList({ invitation }: { readonly invitation: Invitation }): ReactNode {
  const { copy } = useSpeech();
  const words = copy.referral;
  const { view, loadMore, take } = invitation;
  const [appealing, setAppealing] = useState<FriendView | null>(null);
  if (view === null) return null;
  if (view.friends.length === 0) return <Empty icon="person" title={words.none} note={words.noneNote} />;
  return (
    <Card>
      <SectionHead title={words.friends} />
      {view.friends.map((friend) => (
        <FriendRow key={friend.id} friend={friend} view={view} onAppeal={() => setAppealing(friend)} />
      ))}
      {view.next !== null && (
        <Button tone="plain" onPress={loadMore}>
          {copy.house.more}
        </Button>
      )}
      {appealing !== null && <AppealSheet friend={appealing} onClose={() => setAppealing(null)} onSent={take} />}
    </Card>
  );
}
