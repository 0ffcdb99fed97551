import { type ReactNode, useState } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { takeNotices } from '@/features/member/homeStore';
import { MemberScreen } from '@/features/member/MemberScreen';
import { useHome } from '@/features/member/useHome';
import { AskCard } from '@/features/message/AskCard';
import { FriendList } from '@/features/referral/FriendList';
import { RulesCard } from '@/features/referral/RulesCard';
import { SharePanel } from '@/features/referral/SharePanel';
import { TermsCard } from '@/features/referral/TermsCard';
import { useInvitation } from '@/features/referral/useInvitation';
import { useShareCard } from '@/platform/useShareCard';
import { Notice } from '@/ui/Notice';
import { CardBones } from '@/ui/CardBones';

/** My invitation: the terms first, then the ways to pass it on, then what became of each friend. Taro asks for the default export. */
export default function InvitePage(): ReactNode {
  const { copy } = useSpeech();
  const words = copy.referral;
  const state = useHome('always');
  const { home } = state;
  const joined = home?.joined === true;
  const invitation = useInvitation();
  const { view, trouble, load } = invitation;
  const [picture, setPicture] = useState<string | null>(null);
  const card =
    view?.on === true && joined ? { title: words.cardTitle(home.nickname), query: { scene: view.invitationId, way: 'card' } } : null;
  useShareCard(card === null ? null : { ...card, route: 'invitation', ...(picture === null ? {} : { imageUrl: picture }) });
  return (
    <MemberScreen
      title={words.title}
      state={state}
      lead={words.joinFirst}
      bones={<CardBones />}
      own={{ ready: view !== null, trouble, load }}
    >
      {(member) =>
        view !== null && (
          <>
            {!view.on && <Notice tone="refused">{words.off}</Notice>}
            <TermsCard view={view} />
            {view.on && <SharePanel view={view} tier={member.tier.id} nickname={member.nickname} onPicture={setPicture} />}
            <AskCard topics={['invitation']} notices={member.notices} onChange={takeNotices} />
            <FriendList invitation={invitation} />
            <RulesCard terms={view.terms} />
          </>
        )
      }
    </MemberScreen>
  );
}
