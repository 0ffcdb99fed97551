import type { AskedMessages } from './types';

/** A browser has no WeChat to ask: it says so, and nothing is claimed. */
export function askMessages(): Promise<AskedMessages> {
  return Promise.resolve({ asked: false, why: 'browser' });
}
