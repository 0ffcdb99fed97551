import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { masterKey } from './masterKey';

const cipher = 'aes-256-gcm';
const ivBytes = 12;

/** A key of its own for each purpose, from the environment's master key. */
function keyFor(purpose: string): Buffer {
  return createHmac('sha256', masterKey()).update(`v1|seal|${purpose}`).digest();
}

/** Encrypts a text so that only functions of this environment can read it (AES-256-GCM): `<iv>.<tag>.<text>`, in base64. */
export function seal(purpose: string, text: string): string {
  const iv = randomBytes(ivBytes);
  const sealing = createCipheriv(cipher, keyFor(purpose), iv);
  const sealed = Buffer.concat([sealing.update(text, 'utf8'), sealing.final()]);
  return [iv, sealing.getAuthTag(), sealed].map((part) => part.toString('base64')).join('.');
}

/** Reads what `seal` wrote for the same purpose; anything else is a fault. */
export function unseal(purpose: string, sealed: string): string {
  const [iv, tag, text] = sealed.split('.').map((part) => Buffer.from(part, 'base64'));
  if (iv === undefined || tag === undefined || text === undefined) throw new Error('What is to be unsealed was not sealed');
  const opening = createDecipheriv(cipher, keyFor(purpose), iv);
  opening.setAuthTag(tag);
  return Buffer.concat([opening.update(text), opening.final()]).toString('utf8');
}
