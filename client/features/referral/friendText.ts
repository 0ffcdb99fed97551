import type { Day } from '@shared/kernel/time';
import type { FriendView } from '@shared/referral/view';
import { dayText, numberText } from '@/copy/format';
import type { Speech } from '@/copy/useSpeech';

/** What comes of a friend next, or why nothing does. `inviterPoints` is what a reward brings; `dayAt` gives an instant's programme day. */
export function friendText(friend: FriendView, inviterPoints: number, dayAt: (at: number) => Day, speech: Speech): string {
  const { copy, language } = speech;
  const words = copy.referral;
  if (friend.checking) return words.states.checking;
  const day = (value: Day | null): string => (value === null ? '' : dayText(value, language));
  const until = friend.until === null ? '' : day(dayAt(friend.until));
  const stepPoints = friend.steps.reduce((sum, step) => sum + step.points, 0);
  const points = numberText((friend.points ?? inviterPoints) + stepPoints);
  switch (friend.state) {
    case 'opened':
      return words.states.opened(until);
    case 'joined':
      return words.states.joined(until);
    case 'purchased':
      return words.states.purchased(day(friend.rewardOn), points);
    case 'rewarded':
      return words.states.rewarded(day(friend.rewardOn), points) + withSteps(friend, speech);
    case 'reversed':
      return words.states.reversed(points);
    case 'refused':
    case 'lapsed':
      return friend.reason === null ? '' : words.reasons[friend.reason];
  }
}

function withSteps({ steps }: FriendView, { copy }: Speech): string {
  return steps.length === 0 ? '' : copy.referral.withSteps(steps.map((step) => step.friends).join('、'));
}
