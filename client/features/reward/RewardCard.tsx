import type { RewardView } from '@shared/reward/types';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { numberText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { Icon } from '@/ui/Icon';
import { Tag } from '@/ui/Tag';
import { rewardIcon } from './rewardIcon';
import { shopsText } from './shopsText';
import './RewardCard.scss';

interface RewardCardProps {
  readonly reward: RewardView;
  /** Points to spend. */
  readonly available: number;
  readonly onRedeem: () => void;
}

/** Below this many the number left is worth a mark. */
const fewLeft = 5;

/** A thing of the points mall: what it is, what it takes, how many are left, where it is handed over. */
export function RewardCard({ reward, available, onRedeem }: RewardCardProps): ReactNode {
  const speech = useSpeech();
  const { copy, say } = speech;
  const words = copy.reward;
  const gone = reward.left === 0;
  const short = reward.points - available;
  return (
    <Card>
      <View className="reward-card">
        <View className="reward-card__picture">
          <Icon name={reward.kind === 'voucher' ? 'ticket' : rewardIcon(reward.id)} size="large" />
        </View>
        <View className="grow">
          <View className="row row--apart">
            <View className="strong">{say(reward.name)}</View>
            <LeftTag left={reward.left} />
          </View>
          <View className="note">{say(reward.detail)}</View>
          {reward.pack !== null && <View className="label">{words.packOf(reward.pack.uses, reward.pack.days)}</View>}
          <View className="reward-card__where label">{words.placeOf[reward.kind](shopsText(reward.shopNames, speech))}</View>
        </View>
      </View>
      <View className="row row--apart">
        <View>
          <View className="reward-card__price num">{words.price(numberText(reward.points))}</View>
          {!gone && short > 0 && <View className="label num">{words.short(numberText(short))}</View>}
        </View>
        <Button tone="tint" size="small" disabled={gone || short > 0} label={words.redeemName(say(reward.name))} onPress={onRedeem}>
          {words.redeem}
        </Button>
      </View>
    </Card>
  );
}

function LeftTag({ left }: { readonly left: number | null }): ReactNode {
  const words = useSpeech().copy.reward;
  if (left === null) return null;
  if (left === 0) return <Tag tone="quiet">{words.gone}</Tag>;
  return <Tag tone={left <= fewLeft ? 'warn' : 'quiet'}>{words.left(left)}</Tag>;
}
