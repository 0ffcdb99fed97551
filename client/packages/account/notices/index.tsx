import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { takeNotices } from '@/features/member/homeStore';
import { JoinInvite } from '@/features/member/JoinInvite';
import { OfflineNotice } from '@/features/member/OfflineNotice';
import { useHome } from '@/features/member/useHome';
import { AskCard } from '@/features/message/AskCard';
import { NoticeSettings } from '@/features/message/NoticeSettings';
import { Card } from '@/ui/Card';
import { Screen } from '@/ui/Screen';
import { Bone, Skeleton } from '@/ui/Skeleton';

/** What we may tell the member, and the switches to stop it. Taro asks for the default export. */
export default function NoticesPage(): ReactNode {
  const { copy } = useSpeech();
  const state = useHome('always');
  const { home, trouble } = state;
  return (
    <Screen title={copy.message.settings.title}>
      <OfflineNotice state={state} />
      {home === null && trouble === null && (
        <Card>
          <Skeleton>
            {[1, 2, 3, 4, 5].map((place) => (
              <Bone key={place} width="full" height="number" />
            ))}
          </Skeleton>
        </Card>
      )}
      {home?.joined === false && <JoinInvite welcome={home} lead={copy.member.mine.notJoinedNote} />}
      {home?.joined === true && (
        <>
          <AskCard topics={['lapse', 'pickup', 'draw', 'tier', 'checkin']} notices={home.notices} onChange={takeNotices} />
          <NoticeSettings notices={home.notices} onChange={takeNotices} />
        </>
      )}
    </Screen>
  );
}
