import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { randomNumber16 } from '../kernel/id';
import type { Day } from '../kernel/time';

/** The day's cap of a code lies in this many documents, so that a crowd does not queue for one. */
export const slicesPerCode = 8;

/** A shop's poster code, scanned by members. `_id` is its 16 digits, beginning with 6. */
export interface StoreCode {
  readonly _id: string;
  readonly shopId: string;
  /** `earn` gives points, `draw` gives one chance. */
  readonly kind: 'earn' | 'draw';
  /** Points a scan gives; 0 for a chance. */
  readonly points: number;
  /** How many members it serves a day. */
  readonly perDayMax: number;
  /** The tap that made it. */
  readonly key: string;
  readonly madeAt: number;
  readonly madeBy: string;
  readonly device: string;
  readonly closedAt: number | null;
  readonly closedBy: string | null;
}

/** A part of a code's cap of one day. `_id` = `<code>:<day>:<slice>`. */
export interface StoreCodeSlice {
  readonly _id: string;
  readonly used: number;
}

/** One member's scan of a code on a day, which is how often there can be. `_id` = `<code>:<member>:<day>`. */
export interface StoreCodeScan {
  readonly _id: string;
  readonly key: string;
  readonly memberId: string;
  readonly shopId: string;
  readonly day: Day;
  readonly at: number;
  readonly points: number;
  readonly chances: number;
}

/**
 * The code that a lead's tap makes: the same tap always means the same one. Digits from HMAC-SHA-256(master, `v1|storeCode|<staff>|<key>`).
 */
export function storeCodeOf(masterKey: string, staffId: string, key: string): string {
  const digest = hmac(sha256, utf8ToBytes(masterKey), utf8ToBytes(`v1|storeCode|${staffId}|${key}`));
  let used = 0;
  return randomNumber16((count) => digest.slice(used, (used += count)), '6');
}

/** How many of a day's cap a slice holds: together exactly the cap. `slice` is 0 … 7. */
export function sliceMax(perDayMax: number, slice: number): number {
  return Math.floor(perDayMax / slicesPerCode) + (slice < perDayMax % slicesPerCode ? 1 : 0);
}

/** The order in which a member's scan looks for room: each begins at a slice of its own, all are looked at. */
export function sliceOrder(memberId: string): readonly number[] {
  const first = Array.from(memberId).reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % slicesPerCode, 0);
  return Array.from({ length: slicesPerCode }, (_, index) => (first + index) % slicesPerCode);
}
