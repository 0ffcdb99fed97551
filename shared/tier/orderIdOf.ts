import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** As long as a number of the payment service may be. */
const orderIdChars = 32;

/** The id of the order that a member's tap makes: the first 32 hex digits of SHA-256(`plan|<member>|<key>`), so a retry finds it. */
export function orderIdOf(memberId: string, key: string): string {
  return bytesToHex(sha256(utf8ToBytes(`plan|${memberId}|${key}`))).slice(0, orderIdChars);
}
