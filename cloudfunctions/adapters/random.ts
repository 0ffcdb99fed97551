import { randomBytes } from 'node:crypto';
import type { RandomBytes } from '@shared/kernel/id';

/** The platform's cryptographic random source. */
export const systemRandom: RandomBytes = (count) => randomBytes(count);
