import * as z from 'zod/mini';
import type { Bilingual } from '../kernel/bilingual';
import { command } from '../kernel/contract';
import { cursorField, keyField } from '../kernel/fields';
import type { ShortLink } from './shortLink';
import type { SignalCode } from './signals/signal';
import { referralWays, type ReferralReview, type ReferralState, type ReferralStep } from './types';
import type { FriendView } from './view';

const invitationField = z.string().check(z.regex(/^[0-9a-z]{12}$/));
const friendField = z.string().check(z.regex(/^[0-9a-z]{12}$/));
const wordsMax = 200;

/** What is stated before anybody passes an invitation on. */
export interface ReferralTerms {
  /** What a friend gets on joining: a voucher, or points. */
  readonly gift: { readonly kind: 'coupon'; readonly name: Bilingual } | { readonly kind: 'points'; readonly points: number };
  readonly inviterPoints: number;
  readonly steps: readonly ReferralStep[];
  readonly perMonthMax: number;
  readonly touchDays: number;
  readonly purchaseDays: number;
  readonly needsPhone: boolean;
}

/** A member's invitation and what became of it. */
export interface InvitationView {
  readonly invitationId: string;
  readonly on: boolean;
  readonly terms: ReferralTerms;
  readonly rewardedThisMonth: number;
  readonly rewarded: number;
  readonly friends: readonly FriendView[];
  readonly next: string | null;
  readonly offsetMinutes: number;
}

/** Who opened an invitation, as far as it matters: `other` had opened somebody else's before, which counts. */
export const openStandings = ['stranger', 'other', 'member', 'own'] as const;
export type OpenStanding = (typeof openStandings)[number];

/** An invitation as whoever opened it sees it. */
export interface OpenedInvitation {
  readonly standing: OpenStanding;
  /** First character of the inviter's nickname. */
  readonly from: string | null;
  readonly terms: ReferralTerms;
  /** Until when it counts; null where it does not. */
  readonly until: number | null;
  readonly offsetMinutes: number;
}

export const referralMember = {
  /** My invitation, and each friend's steps, newest first. The first look makes the invitation. */
  'referral.mine': command<InvitationView>()({
    input: z.strictObject({ cursor: z.optional(cursorField) }),
    refusals: ['member.unknown'],
  }),
  /** Somebody opened an invitation: the first one they open counts for 30 days. */
  'referral.open': command<OpenedInvitation>()({
    input: z.strictObject({ invitation: invitationField, way: z.enum(referralWays) }),
    refusals: ['referral.unknown', 'referral.off'],
  }),
  /** The picture of the caller's mini-program code, for the poster. */
  'referral.code': command<{ readonly url: string }>()({
    input: z.strictObject({}),
    refusals: ['member.unknown', 'referral.off', 'referral.noCode'],
  }),
  /** The caller's short link, for conversations within WeChat; it opens for 30 days and is renewed when it is asked for. */
  'referral.link': command<ShortLink>()({
    input: z.strictObject({}),
    refusals: ['member.unknown', 'referral.off', 'referral.noLink'],
  }),
  /** Asks once that somebody looks at a refused friend again. */
  'referral.appeal': command<FriendView>()({
    input: z.strictObject({ key: keyField, friend: friendField, words: z.string().check(z.minLength(1), z.maxLength(wordsMax)) }),
    refusals: ['member.unknown', 'referral.unknownFriend', 'referral.appealed', 'referral.noAppeal', 'key.reused'],
  }),
};

/** A referral that somebody has to look at. */
export interface ReviewRow {
  readonly friend: string;
  readonly inviterId: string;
  readonly inviteeId: string | null;
  readonly state: ReferralState;
  readonly signals: readonly SignalCode[];
  readonly score: number;
  readonly openedAt: number;
  readonly joinedAt: number | null;
  readonly waitingSince: number;
  readonly appeal: string | null;
  readonly reviewed: ReferralReview | null;
}

export const referralConsole = {
  /** What waits for somebody to look, longest first. */
  'referral.queue': command<{ readonly rows: readonly ReviewRow[]; readonly next: string | null }>()({
    input: z.strictObject({ cursor: z.optional(cursorField) }),
    refusals: [],
  }),
  /** Decides one of them, with a reason. */
  'referral.review': command<ReviewRow>()({
    input: z.strictObject({ friend: friendField, approve: z.boolean(), reason: z.string().check(z.minLength(1), z.maxLength(wordsMax)) }),
    refusals: ['referral.unknownFriend', 'referral.decided'],
  }),
};
