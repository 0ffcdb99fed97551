import { dayOf } from '@shared/kernel/time';
import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { BalanceCard } from '@/features/ledger/BalanceCard';
import { StatementList } from '@/features/ledger/StatementList';
import { MemberScreen } from '@/features/member/MemberScreen';
import { useHome } from '@/features/member/useHome';
import { open } from '@/platform/navigate';
import { serverNow } from '@/platform/serverClock';
import { Button } from '@/ui/Button';
import { HeroBones } from '@/ui/HeroBones';

/** The points statement. Taro asks for the default export. */
export default function StatementPage(): ReactNode {
  const { copy } = useSpeech();
  const state = useHome('always');
  const act = (
    <Button size="small" tone="tint" onPress={() => open('home')}>
      {copy.reward.toCheckin}
    </Button>
  );
  return (
    <MemberScreen title={copy.ledger.title} state={state} lead={copy.member.mine.notJoinedNote} bones={<HeroBones />}>
      {(home) => (
        <>
          <BalanceCard points={home.points} />
          <StatementList today={dayOf(serverNow(), home.offsetMinutes)} offsetMinutes={home.offsetMinutes} emptyAct={act} />
        </>
      )}
    </MemberScreen>
  );
}
