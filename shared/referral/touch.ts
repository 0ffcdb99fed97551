import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { touchMs } from './policy';
import type { Inviter, Referral, ReferralWay } from './types';

const hashChars = 40;

/** The keyed hash under which an invitee is kept: HMAC-SHA-256(master, `v1|referral|<identity>`), its first 160 bits in hex. */
export function inviteeHash(masterKey: string, identity: string): string {
  return bytesToHex(hmac(sha256, utf8ToBytes(masterKey), utf8ToBytes(`v1|referral|${identity}`))).slice(0, hashChars);
}

/** An opening of somebody's invitation. */
export interface Touch {
  readonly hash: string;
  readonly inviter: Pick<Inviter, '_id' | 'invitationId' | 'hash'>;
  readonly friendId: string;
  readonly way: ReferralWay;
  readonly at: number;
}

/**
 * The first touch counts for 30 days: gives the referral to keep, or null when an earlier one stands. Who has joined, or was ever somebody
 * else's friend, is not taken over.
 */
export function decideTouch(before: Referral | null, touch: Touch): Referral | null {
  if (before !== null && !touchIsOver(before, touch.at)) return null;
  return openedBy(touch);
}

/** Whether a referral never came to joining and its first touch no longer counts. */
export function touchIsOver({ state, inviteeId, openUntil }: Referral, now: number): boolean {
  return inviteeId === null && (state === 'lapsed' || (state === 'opened' && openUntil <= now));
}

/** That a member opened an invitation, which is for new friends: kept with its reason, once. */
export function refusedAsMember(touch: Touch, memberId: string): Referral {
  return { ...openedBy(touch), state: 'refused', reason: 'existingMember', signals: ['existingMember'], inviteeId: memberId };
}

function openedBy({ hash, inviter, friendId, way, at }: Touch): Referral {
  return {
    _id: hash,
    friendId,
    invitationId: inviter.invitationId,
    inviterId: inviter._id,
    inviterHash: inviter.hash,
    way,
    openedAt: at,
    openUntil: at + touchMs,
    state: 'opened',
    stateAt: at,
    reason: null,
    inviteeId: null,
    joinedAt: null,
    device: null,
    purchase: null,
    dueOn: null,
    signals: [],
    score: 0,
    gift: 'none',
    review: 'none',
    reviewAt: 0,
    reviewed: null,
    appeal: null,
    reward: null,
  };
}
