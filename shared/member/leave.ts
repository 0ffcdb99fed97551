import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { accept, refuse, type Outcome } from '../kernel/refusal';
import { dayMs } from '../kernel/time';
import type { Member } from './types';

/** Between asking to leave and being erased; one may stay until then. */
export const coolingOffMs = 7 * dayMs;
/** For how long a keyed hash remembers that somebody left, so that welcome gifts cannot be farmed. */
export const leftMemoryMs = 365 * dayMs;

/** Somebody's leaving, from asking to erasure. `_id` is the member id. */
export interface Leaving {
  readonly _id: string;
  readonly key: string;
  /** Link to the personal facts; gone once they are erased. */
  readonly openid: string | null;
  readonly cardNumber: string;
  readonly accountId: string;
  readonly askedAt: number;
  readonly eraseAt: number;
  readonly state: 'waiting' | 'stayed' | 'erased';
  readonly endedAt: number | null;
}

/** That somebody left not long ago. `_id` is a keyed hash of who: nobody without the key can tell whose. */
export interface LeftHash {
  readonly _id: string;
  readonly until: number;
}

/** The keyed hash under which an identity's leaving is remembered: HMAC-SHA-256(master, `v1|left|<identity>`), hex. */
export function leftHashOf(masterKey: string, identity: string): string {
  return bytesToHex(hmac(sha256, utf8ToBytes(masterKey), utf8ToBytes(`v1|left|${identity}`)));
}

/** Whether somebody who joins left less than twelve months ago: they are welcome, without another gift. */
export function leftLately(hash: LeftHash | null, now: number): boolean {
  return hash !== null && hash.until > now;
}

/** Asks to leave; asking again changes nothing. */
export function decideLeave(member: Member, key: string, now: number): Leaving {
  const { memberId, cardNumber, accountId, _id: openid } = member;
  return { _id: memberId, key, openid, cardNumber, accountId, askedAt: now, eraseAt: now + coolingOffMs, state: 'waiting', endedAt: null };
}

/** Decides to stay after all, as long as the cooling-off lasts. */
export function decideStay(leaving: Leaving | null, now: number): Outcome<Leaving, 'leave.over'> {
  if (leaving?.state !== 'waiting' || leaving.eraseAt <= now) return refuse('leave.over');
  return accept({ ...leaving, state: 'stayed', endedAt: now });
}
