import type { Day } from '../kernel/time';
import { canAppeal } from './decideReview';
import { purchaseUntil } from './purchase';
import type { Referral, ReferralReason, ReferralState, ReferralStep } from './types';

/** One friend as their inviter sees them: what they did, and what comes of it. */
export interface FriendView {
  readonly id: string;
  /** The first character of the nickname and an asterisk; null before they joined, or without a nickname. */
  readonly name: string | null;
  readonly openedAt: number;
  readonly joinedAt: number | null;
  readonly purchasedAt: number | null;
  readonly state: ReferralState;
  /** Until when the step that is missing counts; null when none is. */
  readonly until: number | null;
  /** When the reward comes, or came. */
  readonly rewardOn: Day | null;
  /** Given, or taken back. */
  readonly points: number | null;
  readonly steps: readonly ReferralStep[];
  readonly reason: ReferralReason | null;
  /** Whether somebody is looking at it. */
  readonly checking: boolean;
  readonly canAppeal: boolean;
}

/** A nickname of which others may see the first character. */
export function maskedName(nickname: string): string | null {
  const first = Array.from(nickname)[0];
  return first === undefined ? null : `${first}*`;
}

/** One friend as their inviter sees them at an instant. */
export function viewFriend(referral: Referral, nickname: string | null, now: number): FriendView {
  const { friendId, openedAt, joinedAt, purchase, reward, reason } = referral;
  const over = referral.state === 'opened' && referral.openUntil <= now;
  const state = over ? 'lapsed' : referral.state;
  return {
    id: friendId,
    name: nickname === null ? null : maskedName(nickname),
    openedAt,
    joinedAt,
    purchasedAt: purchase?.at ?? null,
    state,
    until: state === 'opened' ? referral.openUntil : state === 'joined' && joinedAt !== null ? purchaseUntil(joinedAt) : null,
    rewardOn: reward?.day ?? (state === 'purchased' ? (purchase?.releaseOn ?? null) : null),
    points: reward?.points ?? null,
    steps: reward?.steps ?? [],
    reason: over ? 'notJoined' : reason,
    checking: referral.review === 'waiting',
    canAppeal: canAppeal(referral),
  };
}
