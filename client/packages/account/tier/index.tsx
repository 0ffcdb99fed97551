import { type ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { MemberScreen } from '@/features/member/MemberScreen';
import { useHome } from '@/features/member/useHome';
import { LadderCard } from '@/features/tier/LadderCard';
import { TierBenefits } from '@/features/tier/TierBenefits';
import { TierHero } from '@/features/tier/TierHero';
import { TierHistory } from '@/features/tier/TierHistory';
import { TierWays } from '@/features/tier/TierWays';
import { useTierOverview } from '@/features/tier/useTierOverview';
import { HeroBones } from '@/ui/HeroBones';

/** Where I stand, what each tier brings, what raises the score, and how I came here. Taro asks for the default export. */
export default function TierPage(): ReactNode {
  const { copy } = useSpeech();
  const home = useHome('missing');
  const { overview, hasMore, trouble, load, loadMore } = useTierOverview();
  return (
    <MemberScreen
      title={copy.tier.title}
      state={home}
      lead={copy.tier.historyNoneNote}
      bones={<HeroBones />}
      own={{ ready: overview !== null, trouble, load }}
    >
      {() =>
        overview !== null && (
          <>
            <TierHero overview={overview} />
            <TierBenefits tiers={overview.tiers} mine={overview.tier.id} />
            <LadderCard overview={overview} />
            <TierWays />
            <TierHistory overview={overview} hasMore={hasMore} onMore={loadMore} />
          </>
        )
      }
    </MemberScreen>
  );
}
