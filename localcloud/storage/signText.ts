import { createHmac, timingSafeEqual } from 'node:crypto';

/** Signs a text with a secret; hex, so that it needs no escaping in an address. */
export function signText(secret: string, text: string): string {
  return createHmac('sha256', secret).update(text).digest('hex');
}

/** Whether a signature belongs to a text. Takes the same time wherever it differs. */
export function isSigned(secret: string, text: string, signature: string): boolean {
  const right = Buffer.from(signText(secret, text));
  const shown = Buffer.from(signature);
  return right.length === shown.length && timingSafeEqual(right, shown);
}
