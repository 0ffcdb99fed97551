import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { CodeVersion } from './types';

const secretBytes = 20;

/**
 * The secret of a member's codes, 20 bytes as hex: HMAC-SHA-256(master, `v1|code|<member>|<version>`), its first 20 bytes.
 * Derived whenever it is needed and never stored; only functions hold the master key.
 */
export function codeSecretHex(masterKey: string, memberId: string, version: number): string {
  const mac = hmac(sha256, utf8ToBytes(masterKey), utf8ToBytes(`v1|code|${memberId}|${version}`));
  return bytesToHex(mac.slice(0, secretBytes));
}

/**
 * The version in force at an instant; `versions` are oldest first. The first one also serves an instant just before it began,
 * because the instances of a function do not share one clock. Null only for a card without any version.
 */
export function versionAt(versions: readonly CodeVersion[], atMs: number): number | null {
  const begun = versions.filter((each) => each.from <= atMs);
  return begun.at(-1)?.version ?? versions[0]?.version ?? null;
}
