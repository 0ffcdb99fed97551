import type { Welcome } from '@shared/member/contract';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { numberText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { aria } from '@/ui/aria';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { Icon } from '@/ui/Icon';
import type { IconName } from '@/ui/icons';
import { JoinSheet } from './JoinSheet';
import './WelcomeCard.scss';

interface WelcomeCardProps {
  readonly welcome: Welcome;
  readonly ornament: ReactNode;
}

const reasons = [
  ['earn', 'bag'],
  ['checkin', 'star'],
  ['redeem', 'rewards'],
] as const satisfies readonly (readonly [string, IconName])[];

/** What somebody who has not joined sees: what one gets, and one button. */
export function WelcomeCard({ welcome, ornament }: WelcomeCardProps): ReactNode {
  const { copy } = useSpeech();
  const [joining, setJoining] = useState(false);
  const words = copy.member.welcome;
  return (
    <>
      <Card tone="night">
        {ornament}
        <View className="welcome-card__title" {...aria({ role: 'heading', level: 2 })}>
          {words.title}
        </View>
        <View className="welcome-card__lead">{words.lead}</View>
        {welcome.welcomePoints > 0 && <View className="welcome-card__gift num">{words.gift(numberText(welcome.welcomePoints))}</View>}
        <Button tone="cream" onPress={() => setJoining(true)}>
          {words.join}
        </Button>
      </Card>
      <Card>
        {reasons.map(([name, icon]) => (
          <View key={name} className="welcome-card__reason">
            <View className="welcome-card__icon">
              <Icon name={icon} />
            </View>
            <View>
              <View className="strong">{words[name].title}</View>
              <View className="note">{words[name].note}</View>
            </View>
          </View>
        ))}
      </Card>
      <JoinSheet open={joining} welcome={welcome} onClose={() => setJoining(false)} />
    </>
  );
}
