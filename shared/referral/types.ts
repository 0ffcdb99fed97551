import type { Day, Month } from '../kernel/time';
import type { ShortLink } from './shortLink';
import type { SignalCode } from './signals/signal';

/** How a friend came by the invitation; kept as told, never trusted for a reward. */
export const referralWays = ['card', 'poster', 'link'] as const;
export type ReferralWay = (typeof referralWays)[number];

/** What `scene` carries: short and opaque (the platform takes 32 characters). `_id` is that id; it says nothing of who invites. */
export interface Invitation {
  readonly _id: string;
  readonly inviterId: string;
  readonly createdAt: number;
  /** When its inviter left the programme; null while it is open. */
  readonly closedAt: number | null;
}

/** Somebody who invites. `_id` is their member id. Month's count and steps lie here, so that caps hold whatever runs at once. */
export interface Inviter {
  readonly _id: string;
  readonly invitationId: string;
  /** Keyed hash of their identity, to recognise themselves and loops. */
  readonly hash: string;
  /** The phone on which they first opened the page. */
  readonly device: string;
  /** The latest friends who joined: when, and on what phone. */
  readonly recent: readonly { readonly at: number; readonly device: string }[];
  /** Rewards of the latest month in which there was one. */
  readonly month: { readonly month: Month; readonly rewarded: number };
  /** Friends rewarded for, less those taken back. */
  readonly rewarded: number;
  /** Steps whose bonus they hold. */
  readonly steps: readonly ReferralStep[];
  /** The stored picture of their mini-program code; null until it was asked for. */
  readonly codeFileId: string | null;
  /** Their short link; absent until it was asked for. */
  readonly link?: ShortLink;
}

/** So many friends rewarded for, and the bonus of points for reaching them. */
export interface ReferralStep {
  readonly friends: number;
  readonly points: number;
}

/** `lapsed` ended without what it waited for, `refused` by a rule or a person, `reversed` when the rewarded purchase was refunded. */
export type ReferralState = 'opened' | 'joined' | 'purchased' | 'rewarded' | 'refused' | 'lapsed' | 'reversed';

/** Why there is no reward (any more): a signal, or one of the programme's own terms. */
export type ReferralReason = SignalCode | 'review' | 'phone' | 'monthFull' | 'inviterLeft' | 'notJoined' | 'noPurchase' | 'refunded';

/** Whether somebody has to look at it. */
export type ReviewState = 'none' | 'waiting' | 'approved' | 'refused';

/**
 * One invitee and their one inviter. `_id` is the keyed hash of the invitee's identity: before they agree to anything nothing else is
 * known of them, and nobody can have two. Once they have left the programme it is `left:<member id>`.
 */
export interface Referral {
  readonly _id: string;
  /** How the inviter names this friend; random. */
  readonly friendId: string;
  readonly invitationId: string;
  readonly inviterId: string;
  readonly inviterHash: string;
  readonly way: ReferralWay;
  readonly openedAt: number;
  /** The first touch counts until then. */
  readonly openUntil: number;
  readonly state: ReferralState;
  readonly stateAt: number;
  readonly reason: ReferralReason | null;
  readonly inviteeId: string | null;
  readonly joinedAt: number | null;
  readonly device: string | null;
  /** The purchase that counts; null before there is one. */
  readonly purchase: { readonly id: string; readonly at: number; readonly releaseOn: Day } | null;
  /** The day on which a job looks at it again; null while nothing is due, or somebody has to look first. */
  readonly dueOn: Day | null;
  readonly signals: readonly SignalCode[];
  readonly score: number;
  /** The gift to the invitee: `waiting` for a review. */
  readonly gift: 'none' | 'waiting' | 'given';
  readonly review: ReviewState;
  /** Since when it waits, or when it was decided; 0 before. */
  readonly reviewAt: number;
  readonly reviewed: ReferralReview | null;
  readonly appeal: { readonly key: string; readonly at: number; readonly words: string } | null;
  readonly reward: ReferralReward | null;
}

/** What somebody decided about it, and why. */
export interface ReferralReview {
  readonly staffId: string;
  readonly device: string;
  readonly at: number;
  readonly approved: boolean;
  readonly reason: string;
}

/** What the inviter got for it. */
export interface ReferralReward {
  readonly accountId: string;
  readonly points: number;
  readonly steps: readonly ReferralStep[];
  readonly at: number;
  readonly day: Day;
}
