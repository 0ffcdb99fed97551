import type { Refusal } from '@shared/kernel/refusal';
import type { StaffView } from '@shared/store/contract';
import { call, type CodeOf } from '@/platform/call';
import { type Cell, createCell } from '@/platform/createCell';
import { recall, remember } from '@/platform/storage';

/** Who this person is at the till; null when they are nobody there, or it is not known yet. */
export interface StaffState {
  readonly staff: StaffView | null;
  readonly asked: boolean;
  readonly trouble: Refusal<CodeOf<'staff', 'store.me'>> | null;
}

export const staffState: Cell<StaffState> = createCell<StaffState>({
  staff: recall<StaffView>('person', 'staff'),
  asked: false,
  trouble: null,
});

/** Forgets who this person was at the till: they work there no more. */
export function forgetStaff(): void {
  remember('person', 'staff', null);
  staffState.set({ staff: null, asked: false, trouble: null });
}

/** Asks once whether this person works here; being told no is an answer, not a trouble. */
export async function loadStaff(): Promise<void> {
  const answer = await call('staff', 'store.me', {});
  if (answer.ok) {
    remember('person', 'staff', answer.value);
    staffState.set({ staff: answer.value, asked: true, trouble: null });
    return;
  }
  const refused = answer.refusal.code === 'call.notAllowed';
  if (refused) remember('person', 'staff', null);
  staffState.set({ staff: refused ? null : staffState.get().staff, asked: true, trouble: answer.refusal });
}
