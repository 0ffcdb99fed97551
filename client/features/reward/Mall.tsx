import type { RewardView } from '@shared/reward/types';
import { type ReactNode, useEffect, useState } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { open } from '@/platform/navigate';
import { Button } from '@/ui/Button';
import { Empty } from '@/ui/Empty';
import { Trouble } from '@/ui/Trouble';
import { MallBones } from './MallBones';
import { takePickup } from './pickupStore';
import { RedeemedSheet } from './RedeemedSheet';
import { RedeemSheet, type Redeemed } from './RedeemSheet';
import { RewardCard } from './RewardCard';
import { useRewards } from './useRewards';

interface MallProps {
  /** Points to spend, as the home knows them. */
  readonly available: number;
  readonly onSpent: (available: number) => void;
}

/** The points mall: the shelf, asking before redeeming, and the joy afterwards. */
export function Mall({ available, onSpent }: MallProps): ReactNode {
  const { list, trouble, load } = useRewards();
  const [wanted, setWanted] = useState<RewardView | null>(null);
  const [redeemed, setRedeemed] = useState<Redeemed | null>(null);
  useEffect(() => void load(), [load]);
  if (list === null) return trouble === null ? <MallBones /> : <Trouble refusal={trouble} onRetry={load} />;
  return (
    <>
      {list.rewards.length === 0 && <MallEmpty />}
      {list.rewards.map((reward) => (
        <RewardCard key={reward.id} reward={reward} available={available} onRedeem={() => setWanted(reward)} />
      ))}
      <RedeemSheet
        reward={wanted}
        available={available}
        onClose={() => setWanted(null)}
        onStale={() => void load()}
        onDone={(done) => {
          setWanted(null);
          setRedeemed(done);
          if (done.pickup !== null) takePickup(done.pickup);
          onSpent(done.available);
          void load();
        }}
      />
      <RedeemedSheet
        redeemed={redeemed}
        onClose={() => setRedeemed(null)}
        onShow={(done) => {
          setRedeemed(null);
          if (done.reward.kind === 'voucher') open('voucher', { voucher: done.id });
          else if (done.reward.kind === 'pack') open('pack', { pack: done.id });
          else open('pickup', { unit: done.id });
        }}
      />
    </>
  );
}

function MallEmpty(): ReactNode {
  const { copy } = useSpeech();
  return (
    <Empty icon="rewards" title={copy.reward.none} note={copy.reward.noneNote}>
      <Button size="small" tone="tint" onPress={() => open('home')}>
        {copy.reward.toCheckin}
      </Button>
    </Empty>
  );
}
