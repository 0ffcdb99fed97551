import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { takeAvailable, takeNotices } from '@/features/member/homeStore';
import { JoinInvite } from '@/features/member/JoinInvite';
import { OfflineNotice } from '@/features/member/OfflineNotice';
import { useHome } from '@/features/member/useHome';
import { AskCard } from '@/features/message/AskCard';
import { Mall } from '@/features/reward/Mall';
import { MallBones } from '@/features/reward/MallBones';
import { PickupList } from '@/features/reward/PickupList';
import { Card } from '@/ui/Card';
import { CountUp } from '@/ui/CountUp';
import { Screen } from '@/ui/Screen';
import { Segmented } from '@/ui/Segmented';
import './index.scss';

type Part = 'mall' | 'mine';

/** The rewards tab: the points mall and what was redeemed there. Taro asks for the default export. */
export default function RewardsPage(): ReactNode {
  const { copy } = useSpeech();
  const state = useHome('always');
  const { home, trouble } = state;
  const [part, setPart] = useState<Part>('mall');
  const words = copy.reward;
  return (
    <Screen title={words.title} tab="rewards">
      <OfflineNotice state={state} />
      {home === null && trouble === null && <MallBones />}
      {home?.joined === false && (
        <>
          <JoinInvite welcome={home} lead={words.joinFirst} />
          <Mall available={0} onSpent={takeAvailable} />
        </>
      )}
      {home?.joined === true && (
        <>
          <Card>
            <View className="row row--apart">
              <View className="note">{words.balance}</View>
              <CountUp value={home.points.available} className="rewards-page__balance" />
            </View>
            {home.tier.priorityService && <View className="label">{copy.tier.serviceNote}</View>}
            {home.tier.earlyAccess && <View className="label">{copy.tier.earlyNote}</View>}
          </Card>
          <Parts part={part} onChange={setPart} />
          {part === 'mall' && <Mall available={home.points.available} onSpent={takeAvailable} />}
          {part === 'mine' && <PickupList offsetMinutes={home.offsetMinutes} onMall={() => setPart('mall')} />}
          {part === 'mine' && <AskCard topics={['pickup', 'lapse']} notices={home.notices} onChange={takeNotices} />}
        </>
      )}
    </Screen>
  );
}

function Parts({ part, onChange }: { readonly part: Part; readonly onChange: (part: Part) => void }): ReactNode {
  const { mall, mine, title } = useSpeech().copy.reward;
  const options = [
    { value: 'mall', text: mall },
    { value: 'mine', text: mine },
  ] as const;
  return <Segmented<Part> kind="tabs" label={title} value={part} onChange={onChange} options={options} />;
}
