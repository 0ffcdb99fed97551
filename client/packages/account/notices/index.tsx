import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { takeNotices } from '@/features/member/homeStore';
import { MemberScreen } from '@/features/member/MemberScreen';
import { useHome } from '@/features/member/useHome';
import { AskCard } from '@/features/message/AskCard';
import { NoticeSettings } from '@/features/message/NoticeSettings';
import { CardBones } from '@/ui/CardBones';

/** What we may tell the member, and the switches to stop it. Taro asks for the default export. */
export default function NoticesPage(): ReactNode {
  const { copy } = useSpeech();
  const state = useHome('always');
  return (
    <MemberScreen title={copy.message.settings.title} state={state} lead={copy.member.mine.notJoinedNote} bones={<CardBones />}>
      {(home) => (
        <>
          <AskCard topics={['lapse', 'pickup', 'draw', 'tier', 'checkin']} notices={home.notices} onChange={takeNotices} />
          <NoticeSettings notices={home.notices} onChange={takeNotices} />
        </>
      )}
    </MemberScreen>
  );
}
