import { type ReactNode, useEffect } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { takeAvailable } from '@/features/member/homeStore';
import { JoinInvite } from '@/features/member/JoinInvite';
import { OfflineNotice } from '@/features/member/OfflineNotice';
import { useHome } from '@/features/member/useHome';
import { CauseCard } from '@/features/reward/CauseCard';
import { useCauses } from '@/features/reward/useCauses';
import { open } from '@/platform/navigate';
import { Button } from '@/ui/Button';
import { CardBones } from '@/ui/CardBones';
import { Empty } from '@/ui/Empty';
import { Screen } from '@/ui/Screen';
import { Trouble } from '@/ui/Trouble';

/** Giving points to a cause. Taro asks for the default export. */
export default function CausesPage(): ReactNode {
  const { copy } = useSpeech();
  const state = useHome('always');
  const { home } = state;
  const joined = home?.joined === true;
  const { causes, trouble, load } = useCauses();
  useEffect(() => {
    if (joined) void load();
  }, [joined, load]);
  const words = copy.rewardCause;
  return (
    <Screen title={words.title}>
      <OfflineNotice state={state} />
      {home?.joined === false && <JoinInvite welcome={home} lead={words.lead} />}
      {trouble !== null && trouble.code !== 'net.offline' && <Trouble refusal={trouble} onRetry={load} />}
      {home?.joined !== false && causes === null && trouble === null && <CardBones />}
      {joined && causes?.length === 0 && (
        <Empty icon="rewards" title={words.none} note={words.noneNote}>
          <Button size="small" tone="tint" onPress={() => open('rewards')}>
            {copy.reward.toMall}
          </Button>
        </Empty>
      )}
      {joined &&
        causes?.map((cause) => (
          <CauseCard
            key={cause.id}
            cause={cause}
            available={home.points.available}
            onGiven={(available) => {
              takeAvailable(available);
              void load();
            }}
          />
        ))}
    </Screen>
  );
}
