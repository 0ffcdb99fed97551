import { type ReactNode, useEffect, useState } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { NameToggle } from '@/features/ledger/NameToggle';
import { RaceBoard } from '@/features/ledger/RaceBoard';
import { RaceHero } from '@/features/ledger/RaceHero';
import { RacePrizes } from '@/features/ledger/RacePrizes';
import { useRace, type WhichRace } from '@/features/ledger/useRace';
import { JoinInvite } from '@/features/member/JoinInvite';
import { OfflineNotice } from '@/features/member/OfflineNotice';
import { useHome } from '@/features/member/useHome';
import { Card } from '@/ui/Card';
import { Screen } from '@/ui/Screen';
import { Segmented } from '@/ui/Segmented';
import { Bone, Skeleton } from '@/ui/Skeleton';
import { Trouble } from '@/ui/Trouble';

/** The race of points by month. Taro asks for the default export. */
export default function RacePage(): ReactNode {
  const { copy } = useSpeech();
  const words = copy.ledgerRace;
  const state = useHome('missing');
  const { home } = state;
  const joined = home?.joined === true;
  const [which, setWhich] = useState<WhichRace>('this');
  const { race, trouble, load, showName } = useRace(which);
  useEffect(() => {
    if (joined) void load();
  }, [joined, load]);
  return (
    <Screen title={words.title}>
      <OfflineNotice state={state} />
      {home?.joined === false && <JoinInvite welcome={home} lead={words.lead} />}
      {trouble !== null && trouble.code !== 'net.offline' && <Trouble refusal={trouble} onRetry={load} />}
      {joined && (
        <Segmented<WhichRace>
          kind="tabs"
          label={words.title}
          value={which}
          onChange={setWhich}
          options={(['this', 'last'] as const).map((value) => ({ value, text: words.which[value] }))}
        />
      )}
      {home?.joined !== false && race === null && trouble === null && <RaceBones />}
      {joined && race !== null && (
        <>
          <RaceHero race={race} offsetMinutes={home.offsetMinutes} />
          <RaceBoard race={race} />
          <RacePrizes prizes={race.prizes} />
          <NameToggle shown={race.nameShown} onChange={showName} />
        </>
      )}
    </Screen>
  );
}

function RaceBones(): ReactNode {
  return (
    <>
      <Card tone="night">
        <Skeleton>
          <Bone width="half" height="number" />
          <Bone width="third" height="line" />
        </Skeleton>
      </Card>
      <Card>
        <Skeleton>
          {[1, 2, 3, 4].map((place) => (
            <Bone key={place} width="full" height="line" />
          ))}
        </Skeleton>
      </Card>
    </>
  );
}
