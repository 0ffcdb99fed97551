import { randomId } from '@shared/kernel/id';
import { randomBytes } from './random';

const keyLength = 24;

/** A fresh key for one intention: made when the person decides, sent again with every retry of that decision, never with another. */
export async function newKey(): Promise<string> {
  const bytes = await randomBytes(keyLength);
  return randomId(() => bytes, keyLength);
}
