import { type ReactNode, useState } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { NameToggle } from '@/features/ledger/NameToggle';
import { RaceBoard } from '@/features/ledger/RaceBoard';
import { RaceHero } from '@/features/ledger/RaceHero';
import { RacePrizes } from '@/features/ledger/RacePrizes';
import { useRace, type WhichRace } from '@/features/ledger/useRace';
import { MemberScreen } from '@/features/member/MemberScreen';
import { useHome } from '@/features/member/useHome';
import { Segmented } from '@/ui/Segmented';
import { HeroBones } from '@/ui/HeroBones';

/** The race of points by month. Taro asks for the default export. */
export default function RacePage(): ReactNode {
  const { copy } = useSpeech();
  const words = copy.ledgerRace;
  const state = useHome('missing');
  const [which, setWhich] = useState<WhichRace>('this');
  const { race, trouble, load, showName } = useRace(which);
  return (
    <MemberScreen title={words.title} state={state} lead={words.lead} bones={<HeroBones />} own={{ ready: race !== null, trouble, load }}>
      {({ offsetMinutes }) => (
        <>
          <Segmented<WhichRace>
            kind="tabs"
            label={words.title}
            value={which}
            onChange={setWhich}
            options={(['this', 'last'] as const).map((value) => ({ value, text: words.which[value] }))}
          />
          {race !== null && (
            <>
              <RaceHero race={race} offsetMinutes={offsetMinutes} />
              <RaceBoard race={race} />
              <RacePrizes prizes={race.prizes} />
              <NameToggle shown={race.nameShown} onChange={showName} />
            </>
          )}
        </>
      )}
    </MemberScreen>
  );
}
