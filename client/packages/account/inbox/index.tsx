import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { takeNotices } from '@/features/member/homeStore';
import { MemberScreen } from '@/features/member/MemberScreen';
import { useHome } from '@/features/member/useHome';
import { InboxList } from '@/features/message/InboxList';
import { open } from '@/platform/navigate';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { ListRow } from '@/ui/ListRow';
import { CardBones } from '@/ui/CardBones';

/** The inbox. Taro asks for the default export. */
export default function InboxPage(): ReactNode {
  const { copy } = useSpeech();
  const state = useHome('missing');
  const words = copy.message;
  const act = (
    <Button size="small" tone="tint" onPress={() => open('notices')}>
      {words.settings.title}
    </Button>
  );
  const settings = (
    <Card>
      <ListRow icon="bell" title={words.settings.title} note={words.settings.note} onPress={() => open('notices')} />
    </Card>
  );
  return (
    <MemberScreen title={words.inbox.title} state={state} lead={copy.member.mine.notJoinedNote} bones={<CardBones />}>
      {() => <InboxList onChange={takeNotices} emptyAct={act} after={settings} />}
    </MemberScreen>
  );
}
