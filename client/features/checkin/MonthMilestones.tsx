import type { MilestoneView } from '@shared/checkin/contract';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { aria } from '@/ui/aria';
import { Icon } from '@/ui/Icon';
import { rewardText } from './rewardText';
import './MonthMilestones.scss';

const iconOf = { points: 'star', chance: 'lantern', voucher: 'ticket' } as const;

/** A month's milestones side by side; those reached carry a tick. */
export function MonthMilestones({ milestones }: { readonly milestones: readonly MilestoneView[] }): ReactNode {
  const { copy } = useSpeech();
  const words = copy.checkin.milestone;
  return (
    <View className="milestones" {...aria({ role: 'list' })}>
      {milestones.map(({ days, reward, reached }) => (
        <View
          key={days}
          className={`milestones__one ${reached ? 'milestones__one--reached' : ''}`}
          {...aria({ role: 'listitem', label: words.state(words.at(days), rewardText(reward, copy.checkin), reached) })}
        >
          <Icon name={reached ? 'check' : iconOf[reward.kind]} size="small" />
          <View className="strong num">{words.at(days)}</View>
          <View className="label num">{rewardText(reward, copy.checkin)}</View>
        </View>
      ))}
    </View>
  );
}
