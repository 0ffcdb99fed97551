import { dayOf } from '@shared/kernel/time';
import type { InvitationView } from '@shared/referral/contract';
import type { FriendView } from '@shared/referral/view';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { Button } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { friendText } from './friendText';
import './FriendRow.scss';

const steps = ['opened', 'joined', 'purchased', 'rewarded'] as const;

interface FriendRowProps {
  readonly friend: FriendView;
  readonly view: InvitationView;
  readonly onAppeal: () => void;
}

/** How many of the four steps are behind a friend. */
function stepsDone({ joinedAt, purchasedAt, state }: FriendView): number {
  if (state === 'rewarded') return 4;
  return purchasedAt !== null ? 3 : joinedAt !== null ? 2 : 1;
}

/** One friend: the four steps, and what comes next or why nothing does. */
export function FriendRow({ friend, view, onAppeal }: FriendRowProps): ReactNode {
  const speech = useSpeech();
  const words = speech.copy.referral;
  const done = stepsDone(friend);
  const over = ['refused', 'lapsed', 'reversed'].includes(friend.state);
  return (
    <View className="friend-row">
      <View className="row row--apart row--base">
        <View className="strong">{friend.name ?? words.someone}</View>
        {friend.canAppeal && (
          <Button tone="tint" size="small" onPress={onAppeal}>
            {words.appeal}
          </Button>
        )}
      </View>
      <View className={`friend-row__steps ${over ? 'friend-row__steps--over' : ''}`}>
        {steps.map((step, index) => (
          <View key={step} className={`friend-row__step ${index < done ? 'friend-row__step--on' : ''}`}>
            <View className="friend-row__dot">{index < done && <Icon name="check" size="small" />}</View>
            {words.stepNames[step]}
          </View>
        ))}
      </View>
      <View className="note">{friendText(friend, view.terms.inviterPoints, (at) => dayOf(at, view.offsetMinutes), speech)}</View>
    </View>
  );
}
