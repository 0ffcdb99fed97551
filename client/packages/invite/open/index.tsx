import type { OpenStanding } from '@shared/referral/contract';
import { type ReactNode, useEffect, useRef } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { joinInvitation } from '@/features/member/joinInvitation';
import { JoinInvite } from '@/features/member/JoinInvite';
import { useHome } from '@/features/member/useHome';
import { OpenedCard } from '@/features/referral/OpenedCard';
import { useOpened } from '@/features/referral/useOpened';
import { TierOrnament } from '@/features/tier/TierOrnament';
import { isSinglePage } from '@/platform/isSinglePage';
import { open } from '@/platform/navigate';
import { useQuery } from '@/platform/useQuery';
import { useShareCard } from '@/platform/useShareCard';
import { Button } from '@/ui/Button';
import { CardBones } from '@/ui/CardBones';
import { Empty } from '@/ui/Empty';
import { Screen } from '@/ui/Screen';
import { Trouble } from '@/ui/Trouble';

/** An invitation as whoever opened it sees it; in Moments only what needs no cloud. Taro asks for the default export. */
export default function OpenPage(): ReactNode {
  return isSinglePage() ? <SinglePage /> : <Invited />;
}

function Invited(): ReactNode {
  const { copy, refusal } = useSpeech();
  const words = copy.referral.open;
  const invitation = useQuery('scene') ?? '';
  const { home } = useHome('missing');
  const { opened, trouble, load } = useOpened(invitation, useQuery('way'));
  useShareCard(
    opened?.standing === 'own' ? { title: copy.referral.cardTitle(''), route: 'invitation', query: { scene: invitation } } : null,
  );
  const cameJoined = useRef<boolean | null>(null);
  useEffect(() => void load(), [load]);
  useEffect(() => joinInvitation.set(opened?.standing === 'stranger' ? invitation : null), [opened, invitation]);
  if (home !== null && cameJoined.current === null) cameJoined.current = home.joined;
  const over = trouble?.code === 'referral.unknown' || trouble?.code === 'referral.off' || trouble?.code === 'call.badInput';
  const invited = opened?.standing === 'stranger' || opened?.standing === 'other';
  return (
    <Screen title={words.page} withCode={false}>
      {trouble !== null && !over && <Trouble refusal={trouble} onRetry={load} />}
      {over && (
        <Empty icon="lantern" title={words.ended} note={refusal(trouble.code === 'call.badInput' ? { code: 'referral.unknown' } : trouble)}>
          <Button size="small" tone="tint" onPress={() => open('home')}>
            {words.home}
          </Button>
        </Empty>
      )}
      {opened === null && trouble === null && <CardBones />}
      {invited && home?.joined === true && cameJoined.current !== true && <Joined />}
      {invited && home?.joined !== true && <OpenedCard opened={opened} ornament={<TierOrnament tier="lantern" />} />}
      {invited && home?.joined === false && <JoinInvite welcome={home} lead={copy.member.welcome.title} />}
      {opened !== null && !invited && <NotForThem standing={opened.standing} />}
    </Screen>
  );
}

/** Somebody who just joined on this very screen. */
function Joined(): ReactNode {
  const words = useSpeech().copy.referral.open;
  return (
    <Empty icon="check" title={words.joined} note={words.joinedNote}>
      <Button onPress={() => open('home')}>{words.home}</Button>
    </Empty>
  );
}

/** Members, and the inviter: it is for new friends. */
function NotForThem({ standing }: { readonly standing: OpenStanding }): ReactNode {
  const words = useSpeech().copy.referral.open;
  const own = standing === 'own';
  return (
    <Empty icon="lantern" title={own ? words.own : words.member} note={own ? words.ownNote : words.memberNote}>
      <Button size="small" tone="tint" onPress={() => open('invite')}>
        {words.mine}
      </Button>
    </Empty>
  );
}

/** What Moments show: nothing is asked of the cloud. */
function SinglePage(): ReactNode {
  const { copy } = useSpeech();
  const words = copy.referral.open;
  return (
    <Screen title={words.page} withCode={false}>
      <Empty icon="lantern" title={words.single} note={words.singleNote} />
    </Screen>
  );
}
