import type { PickupView, RewardView } from '@shared/reward/types';
import { accept } from '@shared/kernel/refusal';
import { View } from '@tarojs/components';
import { type ReactNode, useEffect, useState } from 'react';
import { numberText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { call } from '@/platform/call';
import { useIntentKey } from '@/platform/useIntentKey';
import { Button } from '@/ui/Button';
import { Notice } from '@/ui/Notice';
import { Sheet } from '@/ui/Sheet';
import { shopsText } from './shopsText';
import './RedeemSheet.scss';

/** What was redeemed: goods with their pick-up, or something that lies in the wallet by its id. */
export interface Redeemed {
  readonly reward: RewardView;
  readonly pickup: PickupView | null;
  readonly id: string;
  readonly available: number;
}

interface RedeemSheetProps {
  /** What is about to be redeemed; null when the sheet is closed. */
  readonly reward: RewardView | null;
  readonly available: number;
  readonly onClose: () => void;
  readonly onDone: (redeemed: Redeemed) => void;
  /** Called when the shelf has changed under the person's hands. */
  readonly onStale: () => void;
}

const changesTheShelf: readonly string[] = ['reward.gone', 'reward.unknown', 'points.short', 'voucher.gone', 'voucher.noCoupon'];

/** Asks once more before points are spent, says what is left, and redeems. */
export function RedeemSheet({ reward, available, onClose, onDone, onStale }: RedeemSheetProps): ReactNode {
  const speech = useSpeech();
  const { copy, say, refusal } = speech;
  const words = copy.reward;
  const [said, setSaid] = useState<string | null>(null);
  const { keyFor, done } = useIntentKey();
  const rewardId = reward?.id;
  useEffect(() => {
    setSaid(null);
  }, [rewardId]);
  const redeem = async (wanted: RewardView): Promise<void> => {
    const answer = await spend(wanted, await keyFor(wanted.id));
    if (answer.ok) {
      done();
      onDone(answer.value);
      return;
    }
    setSaid(refusal(answer.refusal));
    if (changesTheShelf.includes(answer.refusal.code)) onStale();
  };
  return (
    <Sheet open={reward !== null} title={reward === null ? '' : words.ask(say(reward.name))} onClose={onClose}>
      {reward !== null && (
        <>
          <Fact name={words.uses} value={words.price(numberText(reward.points))} />
          <Fact name={words.keeps} value={words.price(numberText(Math.max(0, available - reward.points)))} />
          <Fact name={words.whereOf[reward.kind]} value={shopsText(reward.shopNames, speech)} />
          <View className="redeem-sheet__said">{said === null ? null : <Notice tone="refused">{said}</Notice>}</View>
          <Button onPress={() => redeem(reward)}>{words.confirm}</Button>
        </>
      )}
    </Sheet>
  );
}

/** Spends the points: a voucher of the mall is bought, everything else redeemed. */
async function spend(reward: RewardView, key: string) {
  if (reward.kind === 'voucher') {
    const bought = await call('member', 'voucher.buy', { key, couponId: reward.id });
    if (!bought.ok) return bought;
    const { voucher, available } = bought.value;
    return accept<Redeemed>({ reward, pickup: null, id: voucher.voucherId, available });
  }
  const answer = await call('member', 'reward.redeem', { key, rewardId: reward.id });
  if (!answer.ok) return answer;
  const { pickup, available } = answer.value;
  return accept<Redeemed>({ reward, pickup: reward.kind === 'goods' ? pickup : null, id: pickup.unitId, available });
}

function Fact({ name, value }: { readonly name: string; readonly value: string }): ReactNode {
  return (
    <View className="redeem-sheet__fact">
      <View className="note">{name}</View>
      <View className="num">{value}</View>
    </View>
  );
}
