import { accept, type Outcome } from '@shared/kernel/refusal';
import type { AvatarReviewRow } from '@shared/member/avatar/contract';
import { linksTo } from '../../../adapters/linksTo';
import { pageThrough } from '../../../adapters/pageThrough';

const pageRows = 20;

/** Pictures that wait for a person, those that wait longest first; whose they are is not said. */
export async function avatarQueue(
  _who: unknown,
  { cursor }: { cursor?: string | undefined },
): Promise<Outcome<{ readonly rows: readonly AvatarReviewRow[]; readonly next: string | null }>> {
  const page = await pageThrough(
    {
      collection: 'avatars',
      filter: { state: 'review' },
      field: 'reviewAt',
      valueOf: (picture) => picture.reviewAt,
      direction: 'asc',
      from: 0,
      rows: pageRows,
    },
    cursor,
  );
  const links = await linksTo(page.rows.flatMap(({ fileId }) => (fileId === null ? [] : [fileId])));
  const rows = page.rows.map(({ _id, fileId, reviewAt, suggest }) => ({
    avatarId: _id,
    url: links.get(fileId ?? '') ?? null,
    waitingSince: reviewAt,
    doubtful: suggest === 'review',
  }));
  return accept({ rows, next: page.next });
}
