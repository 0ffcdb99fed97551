import type { Refusal } from '@shared/kernel/refusal';
import type { PackView } from '@shared/reward/pack';
import { call, type CodeOf } from '@/platform/call';
import { type Cell, createCell } from '@/platform/createCell';
import { recall, remember } from '@/platform/storage';

/** The member's service packs, latest first, as far as they were fetched; null before the first page. */
export interface PackState {
  readonly packs: readonly PackView[] | null;
  readonly next: string | null;
  readonly trouble: Refusal<CodeOf<'member', 'voucher.packs'>> | null;
}

/** Kept with the person, so that a pack's code shows without network too. */
export const packState: Cell<PackState> = createCell<PackState>({
  packs: recall<readonly PackView[]>('person', 'packs'),
  next: null,
  trouble: null,
});

async function fetchPage(cursor: string | null): Promise<void> {
  const answer = await call('member', 'voucher.packs', cursor === null ? {} : { cursor });
  if (!answer.ok) {
    packState.set({ ...packState.get(), trouble: answer.refusal });
    return;
  }
  const before = cursor === null ? [] : (packState.get().packs ?? []);
  const packs = [...before, ...answer.value.packs];
  remember('person', 'packs', packs);
  packState.set({ packs, next: answer.value.next, trouble: null });
}

/** Fetches the list from its beginning. */
export function loadPacks(): Promise<void> {
  return fetchPage(null);
}

/** Fetches the page after what is there. */
export function loadMorePacks(): Promise<void> {
  return fetchPage(packState.get().next);
}
