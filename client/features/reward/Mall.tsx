import type { PickupView, RewardView } from '@shared/reward/types';
import { type ReactNode, useEffect, useState } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { open } from '@/platform/navigate';
import { Button } from '@/ui/Button';
import { Empty } from '@/ui/Empty';
import { Trouble } from '@/ui/Trouble';
import { MallBones } from './MallBones';
import { takePickup } from './pickupStore';
import { RedeemedSheet } from './RedeemedSheet';
import { RedeemSheet } from './RedeemSheet';
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
  const [redeemed, setRedeemed] = useState<PickupView | null>(null);
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
        onDone={(receipt) => {
          setWanted(null);
          setRedeemed(receipt.pickup);
          takePickup(receipt.pickup);
          onSpent(receipt.available);
          void load();
        }}
      />
      <RedeemedSheet
        pickup={redeemed}
        onClose={() => setRedeemed(null)}
        onShow={(pickup) => {
          setRedeemed(null);
          open('pickup', { unit: pickup.unitId });
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
