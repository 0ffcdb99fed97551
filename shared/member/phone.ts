import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

const homeCountry = '86';
const shownDigits = 4;

/** A phone number as it is kept: eleven digits at home, `+<country><number>` elsewhere. */
export function phoneOf(countryCode: string, pureNumber: string): string {
  return countryCode === homeCountry ? pureNumber : `+${countryCode}${pureNumber}`;
}

/** The keyed hash by which the same number is found again: HMAC-SHA-256(master, `v1|phone|<number>`), hex. */
export function phoneHashOf(masterKey: string, phone: string): string {
  return bytesToHex(hmac(sha256, utf8ToBytes(masterKey), utf8ToBytes(`v1|phone|${phone}`)));
}

/** A number as its owner sees it again: all but the first three and the last four digits hidden. */
export function maskPhone(phone: string): string {
  const head = phone.slice(0, 3);
  const tail = phone.slice(-shownDigits);
  return `${head}${'*'.repeat(Math.max(0, phone.length - head.length - tail.length))}${tail}`;
}
