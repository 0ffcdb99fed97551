import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { accept, refuse, type Outcome } from '../kernel/refusal';
import { dayMs, minuteMs } from '../kernel/time';

const keyIdChars = 16;
/** How far a signed request's time may be from ours, either way. */
export const signatureWindowMs = 5 * minuteMs;
/** A key that was replaced goes on for this long, so that the machines can be changed one by one. */
export const replacedKeyMs = dayMs;

/** A shop's key for its own machines. `_id` is its public id; the secret is derived and never stored. */
export interface ShopKey {
  readonly _id: string;
  readonly shopId: string;
  readonly madeAt: number;
  readonly madeBy: string;
  readonly device: string;
  /** From then on it is refused; null while it is in force. */
  readonly endsAt: number | null;
  /** The key that it was made to replace. */
  readonly replaces?: string;
  /** Who ended it: by revoking it, or by making the key that replaced it. */
  readonly endedBy: string | null;
}

/** The secret of a shop's key, 32 bytes as hex: HMAC-SHA-256(master, `v1|pos|<shop>|<key>`). Only functions hold the master key. */
export function shopKeySecretHex(masterKey: string, shopId: string, keyId: string): string {
  return bytesToHex(hmac(sha256, utf8ToBytes(masterKey), utf8ToBytes(`v1|pos|${shopId}|${keyId}`)));
}

/** The id of a new key, 16 hex digits: the same staff member asking with the same caller's key gets the same one. */
export function newKeyId(masterKey: string, staffId: string, callerKey: string): string {
  return bytesToHex(hmac(sha256, utf8ToBytes(masterKey), utf8ToBytes(`v1|posKey|${staffId}|${callerKey}`))).slice(0, keyIdChars);
}

/** What a machine sends besides the body: its key's id, its time (epoch ms as text) and the signature as hex. */
export interface Signed {
  readonly keyId: string;
  readonly time: string;
  readonly signature: string;
  readonly body: string;
}

/** The signature of a request: HMAC-SHA-256 by the secret's text over `v1`, key id, time and body, a line each; lower-case hex. */
export function signatureOf(secretHex: string, { keyId, time, body }: Omit<Signed, 'signature'>): string {
  return bytesToHex(hmac(sha256, utf8ToBytes(secretHex), utf8ToBytes(`v1\n${keyId}\n${time}\n${body}`)));
}

/**
 * Judges a signed request. `pos.unsigned` covers an unknown, ended or foreign key and altered content alike, so that a guess learns
 * nothing; `pos.stale` is said only of a rightly signed request whose time is more than five minutes from `now`.
 */
export function judgeSigned(
  signed: Signed,
  key: ShopKey | null,
  masterKey: string,
  now: number,
): Outcome<ShopKey, 'pos.unsigned' | 'pos.stale'> {
  // The work is the same for a key that does not exist, so that the answer's time does not tell.
  const right = signatureOf(shopKeySecretHex(masterKey, key?.shopId ?? '', signed.keyId), signed);
  const same = sameText(signed.signature, right);
  if (key === null || !same || (key.endsAt !== null && key.endsAt <= now)) return refuse('pos.unsigned');
  const time = /^\d{13}$/.test(signed.time) ? Number(signed.time) : 0;
  return Math.abs(now - time) <= signatureWindowMs ? accept(key) : refuse('pos.stale', { now });
}

/** Compares without stopping at the first difference, so that its time does not tell how much was right. */
function sameText(given: string, right: string): boolean {
  let differing = given.length ^ right.length;
  for (let index = 0; index < right.length; index += 1) differing |= given.charCodeAt(index) ^ right.charCodeAt(index);
  return differing === 0;
}
