import { type ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { takeAvailable } from '@/features/member/homeStore';
import { MemberScreen } from '@/features/member/MemberScreen';
import { useHome } from '@/features/member/useHome';
import { CauseCard } from '@/features/reward/CauseCard';
import { useCauses } from '@/features/reward/useCauses';
import { open } from '@/platform/navigate';
import { Button } from '@/ui/Button';
import { CardBones } from '@/ui/CardBones';
import { Empty } from '@/ui/Empty';

/** Giving points to a cause. Taro asks for the default export. */
export default function CausesPage(): ReactNode {
  const { copy } = useSpeech();
  const state = useHome('always');
  const { causes, trouble, load } = useCauses();
  const words = copy.rewardCause;
  return (
    <MemberScreen title={words.title} state={state} lead={words.lead} bones={<CardBones />} own={{ ready: causes !== null, trouble, load }}>
      {({ points }) => (
        <>
          {causes?.length === 0 && (
            <Empty icon="rewards" title={words.none} note={words.noneNote}>
              <Button size="small" tone="tint" onPress={() => open('rewards')}>
                {copy.reward.toMall}
              </Button>
            </Empty>
          )}
          {causes?.map((cause) => (
            <CauseCard
              key={cause.id}
              cause={cause}
              available={points.available}
              onGiven={(available) => {
                takeAvailable(available);
                void load();
              }}
            />
          ))}
        </>
      )}
    </MemberScreen>
  );
}
