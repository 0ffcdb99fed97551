import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';

/** UTF-8 of a text, also where there is no TextEncoder (phones). */
function utf8(text: string): Uint8Array {
  const bytes: number[] = [];
  const escaped = encodeURIComponent(text);
  for (let at = 0; at < escaped.length; at += 1) {
    const isByte = escaped.charAt(at) === '%';
    bytes.push(isByte ? parseInt(escaped.slice(at + 1, at + 3), 16) : escaped.charCodeAt(at));
    if (isByte) at += 2;
  }
  return Uint8Array.from(bytes);
}

/** SHA-256 of a text's UTF-8, in lower-case hex. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8(text)));
}

/** HMAC-SHA-256 of a text's UTF-8 under a key given in hex. */
export function hmacSha256(keyHex: string, text: string): Uint8Array {
  return hmac(sha256, hexToBytes(keyHex), utf8(text));
}

/** One text for one content, whatever order its fields have: what is hashed when something is frozen. Undefined fields do not count. */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return `{${fields
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([field, inner]) => `${JSON.stringify(field)}:${canonicalText(inner)}`)
    .join(',')}}`;
}
