import type { FamilyView } from '@shared/member/familyContract';
import { type ReactNode, useEffect, useState } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { FamilyCard } from '@/features/member/FamilyCard';
import { FamilyInviteCard } from '@/features/member/FamilyInviteCard';
import { FamilyOfferCard } from '@/features/member/FamilyOfferCard';
import { loadHome } from '@/features/member/homeStore';
import { MemberScreen } from '@/features/member/MemberScreen';
import { SharedAccountCard } from '@/features/member/SharedAccountCard';
import { useFamily } from '@/features/member/useFamily';
import { type FamilyOfferState, useFamilyOffer } from '@/features/member/useFamilyOffer';
import { useHome } from '@/features/member/useHome';
import { useQuery } from '@/platform/useQuery';
import { useShareCard } from '@/platform/useShareCard';
import { CardBones } from '@/ui/CardBones';
import { Notice } from '@/ui/Notice';

/** Who shares my account: inviting, letting go, leaving, and the invitation one was sent. Taro asks for the default export. */
export default function FamilyPage(): ReactNode {
  const words = useSpeech().copy.family;
  const code = useQuery('code');
  const state = useHome('always');
  const joined = state.home?.joined === true;
  const { family, trouble, load, take } = useFamily();
  const offered = useFamilyOffer(code);
  const look = offered.load;
  useEffect(() => {
    if (joined) void look();
  }, [joined, look]);
  const invite = family?.invite ?? null;
  useShareCard(invite === null ? null : { title: words.shareTitle, route: 'family', query: { code: invite.code } });
  const changed = (view: FamilyView): void => {
    offered.close();
    take(view);
    void loadHome();
  };
  return (
    <MemberScreen title={words.title} state={state} lead={words.lead} bones={<CardBones />} own={{ ready: family !== null, trouble, load }}>
      {() => (
        <>
          <Offer code={code} state={offered} inside={family?.role === 'member'} onJoined={changed} />
          {family?.role === 'member' && <SharedAccountCard family={family} onLeft={changed} />}
          {family !== null && family.role !== 'member' && offered.offer === null && (
            <>
              <FamilyCard family={family} onChange={changed} />
              <FamilyInviteCard family={family} onInvited={load} />
            </>
          )}
        </>
      )}
    </MemberScreen>
  );
}

interface OfferProps {
  readonly code: string | null;
  readonly state: FamilyOfferState;
  /** Whether the caller shares an account already: an invitation says nothing then. */
  readonly inside: boolean;
  readonly onJoined: (family: FamilyView) => void;
}

/** The invitation that the page was opened by, or why it leads nowhere. */
function Offer({ code, state, inside, onJoined }: OfferProps): ReactNode {
  const { copy, refusal } = useSpeech();
  const [welcome, setWelcome] = useState(false);
  const { offer, refused } = state;
  if (welcome && inside) return <Notice tone="good">{copy.family.joined}</Notice>;
  if (refused !== null && !inside) return <Notice tone="refused">{refusal(refused)}</Notice>;
  if (code === null || offer === null) return null;
  const done = (view: FamilyView): void => {
    setWelcome(true);
    onJoined(view);
  };
  return <FamilyOfferCard code={code} offer={offer} onJoined={done} />;
}
