import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { randomId } from '../kernel/id';

/**
 * The code of the invitation that a holder's tap makes: the same tap always means the same one, and nobody finds it without the key.
 * First 16 bytes of HMAC-SHA-256(master, `v1|family|<member>|<key>`), five bits of each: 80 bits.
 */
export function familyCodeOf(masterKey: string, memberId: string, key: string): string {
  const digest = hmac(sha256, utf8ToBytes(masterKey), utf8ToBytes(`v1|family|${memberId}|${key}`));
  return randomId((count) => digest.slice(0, count));
}
