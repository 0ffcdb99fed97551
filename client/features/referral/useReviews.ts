import type { ReviewRow } from '@shared/referral/contract';
import { type Queue, useQueue } from '@/platform/useQueue';
import { call, type CodeOf } from '@/platform/call';

/** The invitations that wait for somebody to look, those that wait longest first, page by page. */
export function useReviews(): Queue<ReviewRow, CodeOf<'console', 'referral.queue'>> {
  return useQueue(
    (from) => call('console', 'referral.queue', from),
    (row) => row.friend,
  );
}
