import { call } from '@/platform/call';

const refPattern = /^[0-9a-z]{10}$/;

/** Says that the app was opened by a message, by the short id in its address; anything else says nothing. */
export function countOpening(ref: string): void {
  if (refPattern.test(ref)) void call('member', 'message.opened', { ref });
}
