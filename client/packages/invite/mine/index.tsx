import { type ReactNode, useEffect, useState } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { takeNotices } from '@/features/member/homeStore';
import { JoinInvite } from '@/features/member/JoinInvite';
import { OfflineNotice } from '@/features/member/OfflineNotice';
import { useHome } from '@/features/member/useHome';
import { AskCard } from '@/features/message/AskCard';
import { FriendList } from '@/features/referral/FriendList';
import { RulesCard } from '@/features/referral/RulesCard';
import { SharePanel } from '@/features/referral/SharePanel';
import { TermsCard } from '@/features/referral/TermsCard';
import { useInvitation } from '@/features/referral/useInvitation';
import { useShareCard } from '@/platform/useShareCard';
import { Card } from '@/ui/Card';
import { Notice } from '@/ui/Notice';
import { Screen } from '@/ui/Screen';
import { Bone, Skeleton } from '@/ui/Skeleton';
import { Trouble } from '@/ui/Trouble';

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
  useEffect(() => {
    if (joined) void load();
  }, [joined, load]);
  const card =
    view?.on === true && joined ? { title: words.cardTitle(home.nickname), query: { scene: view.invitationId, way: 'card' } } : null;
  useShareCard(card === null ? null : { ...card, route: 'invitation', ...(picture === null ? {} : { imageUrl: picture }) });
  return (
    <Screen title={words.title}>
      <OfflineNotice state={state} />
      {home?.joined === false && <JoinInvite welcome={home} lead={words.joinFirst} />}
      {trouble !== null && trouble.code !== 'net.offline' && <Trouble refusal={trouble} onRetry={load} />}
      {home?.joined !== false && view === null && trouble === null && <InviteBones />}
      {joined && view !== null && (
        <>
          {!view.on && <Notice tone="refused">{words.off}</Notice>}
          <TermsCard view={view} />
          {view.on && <SharePanel view={view} tier={home.tier.id} nickname={home.nickname} onPicture={setPicture} />}
          <AskCard topics={['invitation']} notices={home.notices} onChange={takeNotices} />
          <FriendList invitation={invitation} />
          <RulesCard terms={view.terms} />
        </>
      )}
    </Screen>
  );
}

function InviteBones(): ReactNode {
  return (
    <Card>
      <Skeleton>
        <Bone width="half" height="line" />
        <Bone width="full" height="block" />
        <Bone width="full" height="block" />
        <Bone width="full" height="button" />
      </Skeleton>
    </Card>
  );
}
