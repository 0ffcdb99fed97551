import { accept, type Outcome } from '@shared/kernel/refusal';
import type { ReviewRow } from '@shared/referral/contract';
import type { Referral } from '@shared/referral/types';
import { pageThrough } from '../../adapters/pageThrough';

const pageRows = 20;

/** Referrals that wait for somebody to look, those that wait longest first. */
export async function queue(
  _who: unknown,
  { cursor }: { cursor?: string | undefined },
): Promise<Outcome<{ readonly rows: readonly ReviewRow[]; readonly next: string | null }>> {
  const page = await pageThrough(
    {
      collection: 'referrals',
      filter: { review: 'waiting' },
      field: 'reviewAt',
      valueOf: (referral) => referral.reviewAt,
      direction: 'asc',
      from: 0,
      rows: pageRows,
    },
    cursor,
  );
  return accept({ rows: page.rows.map(viewRow), next: page.next });
}

/** A referral as the operator sees it: no name, no identity. */
export function viewRow(referral: Referral): ReviewRow {
  const { friendId, inviterId, inviteeId, state, signals, score, openedAt, joinedAt, reviewAt, appeal, reviewed } = referral;
  const row = { inviterId, inviteeId, state, signals, score, openedAt, joinedAt, reviewed };
  return { friend: friendId, ...row, waitingSince: reviewAt, appeal: appeal?.words ?? null };
}
