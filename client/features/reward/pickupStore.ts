import type { Refusal } from '@shared/kernel/refusal';
import type { PickupView } from '@shared/reward/types';
import { call, type CodeOf } from '@/platform/call';
import { type Cell, createCell } from '@/platform/createCell';
import { recall, remember } from '@/platform/storage';

/** The member's own pick-ups, newest first, as far as they were fetched; null before the first page. */
export interface PickupState {
  readonly pickups: readonly PickupView[] | null;
  /** Where the next page begins; null when there is none. */
  readonly next: string | null;
  readonly trouble: Refusal<CodeOf<'member', 'reward.mine'>> | null;
}

/** Kept with the person, so that a pick-up code shows without network too. */
export const pickupState: Cell<PickupState> = createCell<PickupState>({
  pickups: recall<readonly PickupView[]>('person', 'pickups'),
  next: null,
  trouble: null,
});

function keep(pickups: readonly PickupView[], next: string | null): void {
  remember('person', 'pickups', pickups);
  pickupState.set({ pickups, next, trouble: null });
}

async function fetchPage(cursor: string | null): Promise<void> {
  const answer = await call('member', 'reward.mine', cursor === null ? {} : { cursor });
  if (!answer.ok) {
    pickupState.set({ ...pickupState.get(), trouble: answer.refusal });
    return;
  }
  const before = cursor === null ? [] : (pickupState.get().pickups ?? []);
  keep([...before, ...answer.value.pickups], answer.value.next);
}

/** Fetches the list from its beginning. */
export function loadPickups(): Promise<void> {
  return fetchPage(null);
}

/** Fetches the page after what is there. */
export function loadMorePickups(): Promise<void> {
  return fetchPage(pickupState.get().next);
}

/** Puts a fresh redemption at the head of the list, without a second call. */
export function takePickup(pickup: PickupView): void {
  const { pickups, next } = pickupState.get();
  keep([pickup, ...(pickups ?? [])], next);
}

/** Takes a cancelled redemption out of the list, without a second call. */
export function dropPickup(redemptionId: string): void {
  const { pickups, next } = pickupState.get();
  keep(
    (pickups ?? []).filter((pickup) => pickup.redemptionId !== redemptionId),
    next,
  );
}
