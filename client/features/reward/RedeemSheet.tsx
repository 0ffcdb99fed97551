import type { RedeemReceipt } from '@shared/reward/contract';
import type { RewardView } from '@shared/reward/types';
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

interface RedeemSheetProps {
  /** What is about to be redeemed; null when the sheet is closed. */
  readonly reward: RewardView | null;
  readonly available: number;
  readonly onClose: () => void;
  readonly onDone: (receipt: RedeemReceipt) => void;
  /** Called when the shelf has changed under the person's hands. */
  readonly onStale: () => void;
}

const changesTheShelf: readonly string[] = ['reward.gone', 'reward.unknown', 'points.short'];

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
    const answer = await call('member', 'reward.redeem', { key: await keyFor(wanted.id), rewardId: wanted.id });
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
          <Fact name={words.where} value={shopsText(reward.shopNames, speech)} />
          <View className="redeem-sheet__said">{said === null ? null : <Notice tone="refused">{said}</Notice>}</View>
          <Button onPress={() => redeem(reward)}>{words.confirm}</Button>
        </>
      )}
    </Sheet>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }): ReactNode {
  return (
    <View className="redeem-sheet__fact">
      <View className="note">{name}</View>
      <View className="num">{value}</View>
    </View>
  );
}
