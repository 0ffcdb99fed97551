import { type ReactNode, useEffect } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { JoinInvite } from '@/features/member/JoinInvite';
import { OfflineNotice } from '@/features/member/OfflineNotice';
import { useHome } from '@/features/member/useHome';
import { LadderCard } from '@/features/tier/LadderCard';
import { TierBenefits } from '@/features/tier/TierBenefits';
import { TierHero } from '@/features/tier/TierHero';
import { TierHistory } from '@/features/tier/TierHistory';
import { TierWays } from '@/features/tier/TierWays';
import { useTierOverview } from '@/features/tier/useTierOverview';
import { Card } from '@/ui/Card';
import { Screen } from '@/ui/Screen';
import { Bone, Skeleton } from '@/ui/Skeleton';
import { Trouble } from '@/ui/Trouble';

/** Where I stand, what each tier brings, what raises the score, and how I came here. Taro asks for the default export. */
export default function TierPage(): ReactNode {
  const { copy } = useSpeech();
  const home = useHome('missing');
  const joined = home.home?.joined === true;
  const { overview, hasMore, trouble, load, loadMore } = useTierOverview();
  useEffect(() => {
    if (joined) void load();
  }, [joined, load]);
  return (
    <Screen title={copy.tier.title}>
      <OfflineNotice state={home} />
      {home.home?.joined === false && <JoinInvite welcome={home.home} lead={copy.tier.historyNoneNote} />}
      {trouble !== null && trouble.code !== 'net.offline' && <Trouble refusal={trouble} onRetry={load} />}
      {home.home?.joined !== false && overview === null && trouble === null && <TierBones />}
      {joined && overview !== null && (
        <>
          <TierHero overview={overview} />
          <TierBenefits tiers={overview.tiers} mine={overview.tier.id} />
          <LadderCard overview={overview} />
          <TierWays />
          <TierHistory overview={overview} hasMore={hasMore} onMore={loadMore} />
        </>
      )}
    </Screen>
  );
}

function TierBones(): ReactNode {
  return (
    <>
      <Card tone="night">
        <Skeleton>
          <Bone width="third" height="line" />
          <Bone width="half" height="number" />
          <Bone width="full" height="line" />
        </Skeleton>
      </Card>
      <Card>
        <Skeleton>
          {[1, 2, 3, 4].map((place) => (
            <Bone key={place} width="full" height="button" />
          ))}
        </Skeleton>
      </Card>
    </>
  );
}
