import { dayOf } from '@shared/kernel/time';
import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { BalanceCard } from '@/features/ledger/BalanceCard';
import { StatementList } from '@/features/ledger/StatementList';
import { JoinInvite } from '@/features/member/JoinInvite';
import { OfflineNotice } from '@/features/member/OfflineNotice';
import { useHome } from '@/features/member/useHome';
import { open } from '@/platform/navigate';
import { serverNow } from '@/platform/serverClock';
import { Button } from '@/ui/Button';
import { Screen } from '@/ui/Screen';

/** The points statement. Taro asks for the default export. */
export default function StatementPage(): ReactNode {
  const { copy } = useSpeech();
  const state = useHome('always');
  const { home } = state;
  const act = (
    <Button size="small" tone="tint" onPress={() => open('home')}>
      {copy.reward.toCheckin}
    </Button>
  );
  return (
    <Screen title={copy.ledger.title}>
      <OfflineNotice state={state} />
      {home?.joined === false && <JoinInvite welcome={home} lead={copy.member.mine.notJoinedNote} />}
      {home?.joined === true && (
        <>
          <BalanceCard points={home.points} />
          <StatementList today={dayOf(serverNow(), home.offsetMinutes)} offsetMinutes={home.offsetMinutes} emptyAct={act} />
        </>
      )}
    </Screen>
  );
}
