import type { Verdict } from './judgeSignals';
import type { Inviter, Referral } from './types';

/** Friends whose joining an inviter's document remembers. */
const recentMax = 20;

/** Somebody who opened an invitation opens their card. */
export interface InviteeJoin {
  readonly memberId: string;
  readonly device: string;
  readonly at: number;
}

/**
 * An invitee joins: the referral goes on, waits for somebody to look, or is refused, as the rules say. The gift is theirs at once only when
 * nothing speaks against it.
 */
export function decideJoined(opened: Referral, join: InviteeJoin, verdict: Verdict): Referral {
  const { is, signals, score } = verdict;
  return {
    ...opened,
    state: is === 'refused' ? 'refused' : 'joined',
    stateAt: join.at,
    reason: is === 'refused' ? (signals[0] ?? null) : null,
    inviteeId: join.memberId,
    joinedAt: join.at,
    device: join.device,
    signals,
    score,
    gift: is === 'held' ? 'waiting' : 'none',
    review: is === 'held' ? 'waiting' : 'none',
    reviewAt: is === 'held' ? join.at : 0,
  };
}

/** The inviter's document after a friend joined. */
export function withJoin(inviter: Inviter, { at, device }: InviteeJoin): Inviter {
  return { ...inviter, recent: [...inviter.recent, { at, device }].slice(-recentMax) };
}
