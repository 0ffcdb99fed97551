import { hmac } from '@noble/hashes/hmac.js';
import { sha1 } from '@noble/hashes/legacy.js';

/** A code lives for one window of 30 seconds (RFC 6238); the window before and after are accepted too. */
export const codeWindowMs = 30_000;
const codeDigitCount = 6;

/** The number of the 30-second window that an instant (epoch ms, server time) lies in. */
export function codeWindow(atMs: number): number {
  return Math.floor(atMs / codeWindowMs);
}

/** Whole seconds until the code changes, 1 … 30. */
export function codeSecondsLeft(atMs: number): number {
  return Math.ceil((codeWindowMs - (atMs % codeWindowMs)) / 1000);
}

/**
 * The six digits of one window: RFC 6238 with HMAC-SHA-1, truncated as RFC 4226 §5.3 says.
 * `secretHex` is 20 bytes as hex. Runs on phones: no BigInt, no crypto.subtle.
 */
export function codeDigits(secretHex: string, window: number): string {
  const counter = new Uint8Array(8);
  const view = new DataView(counter.buffer);
  view.setUint32(0, Math.floor(window / 2 ** 32));
  view.setUint32(4, window % 2 ** 32);
  const mac = hmac(sha1, bytesOf(secretHex), counter);
  const words = new DataView(mac.buffer, mac.byteOffset, mac.byteLength);
  const offset = words.getUint8(mac.length - 1) & 15;
  const truncated = words.getUint32(offset) % 2 ** 31;
  return String(truncated % 10 ** codeDigitCount).padStart(codeDigitCount, '0');
}

/** What the QR and the Code 128 hold: 16 digits of the card, 6 of the moment. */
export function codeText(cardNumber: string, digits: string): string {
  return cardNumber + digits;
}

/** The two parts of a member code of 22 digits. */
export function splitCode(code: string): { readonly cardNumber: string; readonly digits: string } {
  return { cardNumber: code.slice(0, -codeDigitCount), digits: code.slice(-codeDigitCount) };
}

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}
