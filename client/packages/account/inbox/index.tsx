import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { takeNotices } from '@/features/member/homeStore';
import { JoinInvite } from '@/features/member/JoinInvite';
import { OfflineNotice } from '@/features/member/OfflineNotice';
import { useHome } from '@/features/member/useHome';
import { InboxList } from '@/features/message/InboxList';
import { open } from '@/platform/navigate';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { ListRow } from '@/ui/ListRow';
import { Screen } from '@/ui/Screen';

/** The inbox. Taro asks for the default export. */
export default function InboxPage(): ReactNode {
  const { copy } = useSpeech();
  const state = useHome('missing');
  const { home } = state;
  const words = copy.message;
  const act = (
    <Button size="small" tone="tint" onPress={() => open('notices')}>
      {words.settings.title}
    </Button>
  );
  return (
    <Screen title={words.inbox.title}>
      <OfflineNotice state={state} />
      {home?.joined === false && <JoinInvite welcome={home} lead={copy.member.mine.notJoinedNote} />}
      {home?.joined === true && (
        <>
          <InboxList onChange={takeNotices} emptyAct={act} />
          <Card>
            <ListRow icon="bell" title={words.settings.title} note={words.settings.note} onPress={() => open('notices')} />
          </Card>
        </>
      )}
    </Screen>
  );
}
